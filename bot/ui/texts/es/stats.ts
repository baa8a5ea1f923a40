import type { Translation } from '@campus-desk/service-kit';
import type { stats as english } from '../en/stats.ts';

export const stats = {
  title: 'Estadísticas',
  show: 'Mostrar',
  analysis: 'Análisis',
  period: 'Periodo',
  periodHint: 'Como máximo {days} días, en días u horas.',
  periodFault: 'Escriba un número entero de horas o días, {days} días como máximo.',
  unit: 'Unidad',
  hours: 'horas',
  days: 'días',
  topic: {
    backlog: 'Aún sin cerrar',
    resolution: 'Tiempo hasta el cierre',
    categories: 'En curso por categoría',
    response: 'Primera respuesta',
    satisfaction: '¿Resuelto?',
    places: 'Por lugar',
    corrections: 'Categorías corregidas',
    categoriser: 'Categorías corregidas',
  },
  refresh: 'Actualizar',
  csv: 'CSV',
  csvLabel: 'Enviarme estos números como CSV',
  csvSent: 'El CSV va en camino a sus mensajes directos con Campus Desk.',
  asOf: 'Datos de {at}, zona horaria {timeZone}',
  earlier:
    '… {count, plural, one {{count} fila anterior está en el CSV} other {{count} filas anteriores están en el CSV}}',
  notDrawn: 'No se ha podido dibujar el gráfico en este momento; los números están completos.',
  notShown: 'Slack no ha podido mostrar el gráfico; los números están completos.',
  unreachable: 'No se puede acceder al servicio de «{topic}». Inténtelo de nuevo en un momento.',
  failed:
    'Las estadísticas «{topic}» han fallado. Quien gestiona Campus Desk encuentra el motivo en el registro.',
} satisfies Translation<typeof english>;

declare module 'chartjs-plugin-datalabels/dist/chartjs-plugin-datalabels.esm.js' {
  const plugin: import('chart.js').Plugin;
  export default plugin;
}

import { unwrap } from '@campus-desk/categoriser/parts';
import { describe, expect, it } from 'vitest';

const own = (text: string) =>
  unwrap(text)[0]
    ?.replace(/\s+/g, ' ')
    .replace(/[\s.,;:()[\]]+$/, '');

describe('unwrap', () => {
  it.each([
    ['links with their labels', 'the tap drips <https://a.example/x|Wifi page> https://b.example/wifi'],
    ['mail addresses', 'the tap drips (wifi@campus.example)'],
    ['how somebody can be reached', 'the tap drips. You can reach me at wifi@campus.example'],
    ['the same in other languages', 'the tap drips. Sie erreichen mich unter wifi@campus.example'],
    ['numbers to call, without a full stop before', 'the tap drips Mobile 07700 900 142 after 4pm'],
    ['the same in a sentence', 'the tap drips. Please call me on +49 351 463 3 39 11, thanks.'],
    ['the same in other languages', 'the tap drips, ruft mich bitte unter 0351 46333911 an'],
    ['the same in one word', 'the tap drips e potete chiamarmi al 06 4991 2345'],
    ['mentions, emoji names and hashtags', '<@U1> the tap drips :computer: @it-desk #wifi'],
    ['device footers', 'the tap drips\nSent from my iPhone'],
    ['device footers that end with the verb', 'the tap drips\nVon meinem Handy gesendet'],
    ['excuses for typos', 'the tap drips\nPlease excuse typos, written on my mobile'],
    ['remarks on attachments', 'the tap drips (see screenshot)'],
    ['remarks on attachments in other languages', 'the tap drips. In allegato una foto.'],
    [
      'signatures behind a closing formula',
      'the tap drips\n\nBest regards,\nAda Byron\nComputer Centre, 2.14',
    ],
    ['signatures without one', 'the tap drips\nAda Byron\nChair of Networks\nPhone 0471 123456'],
    ['greetings', 'Dear IT team,\nthe tap drips'],
    ['earlier mails', 'the tap drips\n\nOn 3 Nov 2026, Ada wrote:\n> the wifi is down'],
    ['identifiers', 'the tap drips [PRN_44_SCAN]'],
    [
      'numbers with all their labels',
      'the tap drips\nRiferimento pratica n. 44/2026, n. di inventario AB-17',
    ],
    ['the same in Spanish', 'the tap drips\nN.º de solicitud 44/2026'],
    ['the same in French', "the tap drips\nN° d'inventaire : 44-17"],
    ['pronouns', 'the tap drips (they/them)'],
    ['several greetings', 'Hi, good evening, dear campus team,\nthe tap drips'],
    [
      'remarks on pictures behind those on attachments',
      'the tap drips. Photo attached, sorry it is a bit blurry',
    ],
    ['where to make an appointment', 'the tap drips\nSchedule a call with us: https://a.example/b'],
    ['the same in Italian', 'the tap drips\nPrenota un colloquio con me qui: https://a.example/b'],
  ])('takes out %s', (_, text) => {
    expect(own(text)).toMatch(/^(?:; )?the tap drips$/);
  });

  it.each([
    ['below a heading', 'Legal notice:\nThis mail is meant for its addressee.'],
    ['behind a heading', 'DISCLAIMER: OPINIONS IN THIS MAIL ARE THOSE OF ITS AUTHOR.'],
    [
      'in several sentences',
      'This mail is confidential. Any copying is prohibited. Tell the sender of the error and delete it.',
    ],
    [
      'in German',
      'Rechtlicher Hinweis\nDer Inhalt dieser Mail ist vertraulich. Informieren Sie den Absender und löschen Sie sie.',
    ],
    [
      'in Italian',
      'Nota di riservatezza: il messaggio e gli allegati sono per il destinatario. Chi lo ha per errore avvisi il mittente e lo cancelli.',
    ],
    [
      'in Spanish',
      'Cláusula de confidencialidad: el contenido de este correo va dirigido a su destinatario. Si hay un error, destruya el mensaje.',
    ],
    [
      'in French',
      'Mention légale : le contenu de ce message est confidentiel. Le destinataire par erreur le supprime.',
    ],
    [
      'of a company',
      'Brandt Services Ltd, registered in England, company number 4471 990, VAT GB 123 4567 89',
    ],
    ['of a company in German', 'Brandt GmbH, Sitz der Gesellschaft: Jena, Amtsgericht Jena HRB 4471'],
    [
      'of a company in French',
      'Durand SARL au capital de 8000 euros - RCS Lyon 447 199 000 - SIRET 44719900000017',
    ],
    [
      'of a mailing list',
      'You got this mail because you subscribed to the staff newsletter. To unsubscribe, reply with STOP.',
    ],
    ['of a charity', 'The Brandt Trust is a charity, registered in Wales under registration number 447199.'],
    ['for those who want no more', 'Se non desideri più ricevere queste mail, scrivici.'],
    ['of other working hours', 'Please do not feel pressured to answer at night.'],
    ['of other working hours in French', 'Ne vous sentez pas obligé de répondre le soir.'],
    ['of social networks', 'Folgen Sie uns auf LinkedIn und Mastodon!'],
  ])('takes out all of a notice: %s', (_, notice) => {
    expect(own(`the tap drips\n\n${notice}`)).toBe('the tap drips');
  });

  it.each([
    ['below a notice', 'CONFIDENTIALITY NOTICE: This mail is for its recipient only.\n\nthe tap drips'],
    ['behind a notice', 'Hello,\nThis message is confidential. the tap drips'],
  ])('keeps what is reported %s', (_, text) => {
    expect(own(text)).toContain('the tap drips');
  });

  it.each([
    'This printer leaves confidential pages in the tray',
    'This confidential message went to all students by mistake',
    'Privacy notice: the page does not load',
    'the tap drips\nDisclaimer:\nthe page is empty',
    'Our message board:\nthe content of the file is wrong',
    'the tap drips\nThe bill of Brandt GmbH has the wrong VAT number 4471',
    'the tap drips\nTo unsubscribe I click on the link in each mail',
    'You are receiving this because the heating in B2 is cold',
  ])('keeps what only sounds like a notice: %s', text => {
    expect(own(text)).toBe(text.replace(/\s+/g, ' '));
  });

  it.each([
    'I am usually in my office on the third floor until four, or reach me on Slack',
    'If I do not answer, please leave a message',
    'Ihr findet mich bis 14 Uhr im Labor, sonst per Chat',
    'Sono reperibile al mattino in ufficio, stanza 12, oppure su Teams',
    'Por las tardes me encontraréis en el laboratorio de la segunda planta',
    'Vous pouvez me trouver au bureau 12 le mardi matin',
    'I will be out of the office from 3 to 14 May with limited access to my mails',
    'In urgent cases please contact Maria Rossi',
    'In meiner Abwesenheit wenden Sie sich bitte an unser Sekretariat',
    'Office hours: Monday 9-11',
    'Se non rispondo riprovate pure, oppure mandatemi un messaggio',
  ])('takes out where its writer is met: %s', sentence => {
    expect(own(`the tap drips. ${sentence}.`)).toBe('the tap drips');
  });

  it.each([
    'You cannot reach me on my extension',
    'Ich bin telefonisch nicht erreichbar',
    'I am in my office on the third floor and it is freezing',
    'Ich sitze im Büro und die Heizung ist kalt',
    'Sono in ufficio e piove dal soffitto',
    'Je suis au bureau dans le noir',
    'I am on leave and have no access to my mails',
    'Office hours only two hours a week',
    'I no longer receive any mails from the list',
    'In urgent cases nobody answers the emergency phone',
    'If I do not answer, the phone hangs up at once',
    'In an emergency call the porter, there is smoke',
  ])('keeps what is reported of where its writer is: %s', text => {
    expect(own(text)).toBe(text);
  });

  it.each([
    'die Bilder im Foyer hängen schief',
    'Photo attached, too dark to read there',
    'my order is wrong',
  ])('keeps what is reported in words of other wrapping: %s', text => {
    expect(own(text)).toContain(text.split(', ').at(-1));
  });

  it('keeps a sentence that only looks like a footer', () => {
    expect(own('mails sent from my phone never arrive')).toBe('mails sent from my phone never arrive');
    expect(own('I cannot see the picture')).toBe('I cannot see the picture');
    expect(own('typos on the mobile page of the portal')).toBe('typos on the mobile page of the portal');
  });

  it.each([
    'Telefon 0351 46333911 ist tot',
    'My phone 07700 900142 does not ring',
    'Il telefono 06 4991 2345 non squilla',
    'Le téléphone 01 44 27 44 27 ne sonne plus',
    'Whoever dials 0351 46333911 hears nothing',
    'I cannot reach 0351 46333911',
    'I am unable to join 123 456 789',
    'Nobody can be reached on 0351 46333911',
    'Non riesco a chiamare 06 4991 2345',
  ])('keeps a number that is reported about: %s', text => {
    expect(own(text)).toBe(text);
  });

  it('keeps what is quoted apart, for a message that says nothing itself', () => {
    expect(unwrap('fyi\n> the lift is stuck')).toEqual(['fyi', 'the lift is stuck', '']);
  });

  it('keeps the time of an earlier mail out of what is quoted', () => {
    const [, quoted] = unwrap(
      'Am 3. Nov. um 07:55 Uhr schrieb Ada <ada@campus.example>:\n> the lift is stuck',
    );

    expect(quoted).toBe('the lift is stuck');
  });

  it('reads a forwarded message below its head', () => {
    const [, quoted, subject] = unwrap('From: Ada\nSubject: Fwd: Lift\n\nit is stuck');

    expect([quoted, subject]).toEqual(['it is stuck', 'Lift']);
  });
});

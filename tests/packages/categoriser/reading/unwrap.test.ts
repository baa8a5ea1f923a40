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
  ])('takes out %s', (_, text) => {
    expect(own(text)).toMatch(/^(?:; )?the tap drips$/);
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

  it('reads a forwarded message below its head', () => {
    const [, quoted, subject] = unwrap('From: Ada\nSubject: Fwd: Lift\n\nit is stuck');

    expect([quoted, subject]).toEqual(['it is stuck', 'Lift']);
  });
});

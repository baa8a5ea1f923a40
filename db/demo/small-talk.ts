import type { Category } from '@campus-desk/contract';
import type { DemoFiling } from './read-filings.ts';

type Talk = DemoFiling['talk'];

const ask = (question: string, answer: string): Talk => [
  { role: 'helpdesk', body: question },
  { role: 'user', body: answer },
];
const urge = (question: string, answer: string): Talk => [
  { role: 'user', body: question },
  { role: 'helpdesk', body: answer },
];

/** What is said under many a ticket, whatever it is about. */
export const smallTalk: Record<Category, readonly Talk[]> = {
  facility: [
    ask('Thank you, the caretaker will come by today.', 'Great, thanks!'),
    ask('The part is ordered and should be here in two days.', 'Good to know, thank you.'),
    ask('Somebody will look at it tomorrow between eight and ten.', 'Perfect.'),
    ask('Done on our side. Is everything all right now?', 'Yes, all good. Thank you!'),
    ask('Thank you for telling us, nobody else had.', 'You are welcome. It has been like that for days.'),
    urge('Any news?', 'Yes, the company is coming this afternoon.'),
    urge('It is getting worse, please hurry a little.', 'Understood, I have moved it up.'),
    urge('Nobody has come so far.', 'Sorry, two colleagues are ill. It is first on the list tomorrow.'),
  ],
  it: [
    ask('We see it from here and are working on it.', 'Thank you!'),
    ask('Could you try again now?', 'Yes, it works. Thanks!'),
    ask('How long has this been happening?', 'Since this morning, I think. Yesterday it was fine.'),
    ask(
      'Could you send me a picture of what you see?',
      'I do not have it in front of me now, but I can later.',
    ),
    ask('Does it happen every time?', 'Four times out of five.'),
    urge('It happened again just now.', 'Thank you, that helps: our log shows something at the same minute.'),
    urge('A restart did not help, by the way.', 'Thanks for trying. It is not your fault.'),
    urge('Is there anything I can do until then?', 'No, please leave it as it is. We are on it.'),
  ],
  service: [
    ask('We have passed this on and asked for an answer by Friday.', 'Thank you, I will wait for that.'),
    ask('May we give your name to the office?', 'Yes, of course.'),
    ask('I am sorry about this. We have asked the head of the office.', 'I appreciate it.'),
    ask('The office has promised to call you. Did they?', 'Yes, this morning. Thank you.'),
    ask('Has this happened before?', 'Last term, but I did not report it then.'),
    urge('Has anybody answered yet?', 'Not yet. We have reminded them today.'),
    urge('I am not the only one, by the way.', 'We have counted five reports, yours was the clearest.'),
    urge('Should I write to somebody else too?', 'No need, this has reached the right people.'),
  ],
};

/** What somebody adds to their filing a little later. */
export const additions: Record<Category, readonly string[]> = {
  facility: ['It is still the same today.', 'I can show you if you come by.', 'It was the same last week.'],
  it: ['It is still the same today.', 'A restart does not help.', 'It was the same last week.'],
  service: ['I am not the only one.', 'It is not the first time.', 'Please take this seriously.'],
};

/** What is written after the closing. */
export const thanks: readonly string[] = [
  'Thank you, that was quick!',
  'Great, thanks a lot.',
  'All good now, thanks.',
  'Thanks for keeping me posted.',
];

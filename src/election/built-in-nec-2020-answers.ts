import type { CandidateId } from './candidate';
import type { Answer, Question, Questionnaire } from './questionnaire';

const questions: readonly Question[] = [
  { id: '1', text: 'Publish regular reports of NEC meetings, with how members voted' },
  { id: '2', text: 'Be selected by a ballot of grassroots members' },
  { id: '3a', text: 'Fight for socialism, including democratic ownership and a planned economy' },
  { id: '3b', text: 'Open selections for all Labour candidates for public office' },
  { id: '3c', text: 'Democratise the party at all levels' },
  { id: '3d', text: 'Make conference the sovereign body of the party' },
  { id: '3e', text: 'Overhaul complaints and disciplinary procedures' },
  { id: '3f', text: 'Act on those exposed in the “leaked report”' },
  { id: '3g', text: 'Positions on BDS, the IHRA definition and the Board of Deputies’ pledges' },
];

const qualified = (qualification: string | null): Answer => ({ kind: 'agrees-with-qualifications', qualification });
const allAgreed: Readonly<Record<string, Answer>> = Object.fromEntries(
  questions.map(({ id }): [string, Answer] => [id, { kind: 'agrees' }]),
);

/** The Labour Left Alliance's questions and the answers it published, `idOf` a candidate by name. */
export const actionProgramme = (idOf: (name: string) => CandidateId): Questionnaire => ({
  title: 'Action Programme',
  askedBy: 'Labour Left Alliance',
  source: 'Labour Left Alliance page',
  date: '2022-08-20',
  note: 'This is one organisation’s questionnaire among several. The page holds the answers given for the 2020 election; here they are short labels of what was published. Candidates not listed gave no published answer here: silence is not disagreement.',
  questions,
  replies: [
    {
      candidate: idOf('Crispin Flintoff'),
      answers: {
        ...allAgreed,
        '1': qualified('where possible'),
        '3b': qualified('open selections not first'),
        '3e': qualified('answered on innocence until proven guilty only'),
        '3g': qualified('answered on the pledges only'),
      },
    },
    { candidate: idOf('Chaudhry Qamer Iqbal'), answers: allAgreed },
    {
      candidate: idOf('Alec Price'),
      answers: { ...allAgreed, '3e': qualified(null), '3f': qualified(null), '3g': qualified(null) },
    },
    { candidate: idOf('Roger Silverman'), answers: allAgreed },
    { candidate: idOf('Carol Taylor Spedding'), answers: allAgreed },
    { candidate: idOf('Ahmad Wattoo'), answers: allAgreed },
  ],
});

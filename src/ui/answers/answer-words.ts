import type { CandidateId } from '../../election/candidate';
import { answerTo, type Answer, type Questionnaire } from '../../election/questionnaire';

/** What stands where there is no published answer. */
export const nonePublished = 'No published answer here';

/** An answer as a heading or an option has it. */
export const kindWords: Readonly<Record<Answer['kind'], string>> = {
  agrees: 'Agrees',
  'agrees-with-qualifications': 'Agrees with qualifications',
  disagrees: 'Disagrees',
  'no-answer': 'Left unanswered',
  text: 'In their own words',
};

/** An answer in full; null for one that was not published. */
export function answerWords(answer: Answer | null): string {
  if (answer === null) return nonePublished;
  switch (answer.kind) {
    case 'agrees':
    case 'disagrees':
    case 'no-answer':
      return kindWords[answer.kind];
    case 'agrees-with-qualifications':
      return answer.qualification === null
        ? kindWords[answer.kind]
        : `${kindWords[answer.kind]}: ${answer.qualification}`;
    case 'text':
      return answer.text;
    default:
      return answer satisfies never;
  }
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The source as it is cited, with its day. */
export const sourceWords = ({ source, date }: Questionnaire): string =>
  date === null ? source : `${source} dated ${day.format(new Date(date))}`;

/** Whether the published answers of these candidates to a question are not all the same; one not published is no other. */
export function differ(questionnaire: Questionnaire, candidates: readonly CandidateId[], question: string): boolean {
  const given = candidates.flatMap((candidate) => answerTo(questionnaire, candidate, question) ?? []);
  return new Set(given.map((answer) => answerWords(answer))).size > 1;
}

import type { Candidate, CandidateId } from './candidate';

/** What a candidate answered to one question, as a short label of what was published. */
export type Answer =
  | { readonly kind: 'agrees' }
  /** `qualification`: in a few words, where that is known; null where it is only known that there was one. */
  | { readonly kind: 'agrees-with-qualifications'; readonly qualification: string | null }
  | { readonly kind: 'disagrees' }
  /** Replied, and left this question out. */
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'text'; readonly text: string };

export const answerKinds = ['agrees', 'agrees-with-qualifications', 'disagrees', 'no-answer', 'text'] as const;

export interface Question {
  /** As the questionnaire numbers it, such as "3a"; no other question of it has the same. */
  readonly id: string;
  readonly text: string;
}

/** What one candidate replied. */
interface Reply {
  readonly candidate: CandidateId;
  /** By question id; a question may be missing where nothing was published. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** Questions somebody put to the candidates, and what was published of the answers. */
export interface Questionnaire {
  readonly title: string;
  readonly askedBy: string;
  /** Where the answers were published: an address, or words such as "leaflet of the Parish Post". */
  readonly source: string;
  /** The day the source bears, as 2020-10-19; null where it bears none. */
  readonly date: string | null;
  /** What a reader should know to judge it by; null for nothing. */
  readonly note: string | null;
  readonly questions: readonly Question[];
  /** Candidates who are not among them gave no published answer, which says nothing about what they think. */
  readonly replies: readonly Reply[];
}

/** The candidate's answer, or null where none was published. */
export function answerTo({ replies }: Questionnaire, candidate: CandidateId, question: string): Answer | null {
  const answers = replies.find((reply) => reply.candidate === candidate)?.answers;
  return answers !== undefined && Object.hasOwn(answers, question) ? (answers[question] ?? null) : null;
}

/** What is wrong with the questionnaires of an election whose candidates are these, in words for their author; or null. */
export function questionnaireProblem(
  questionnaires: readonly Questionnaire[],
  candidates: readonly Candidate[],
): string | null {
  for (const [place, questionnaire] of questionnaires.entries()) {
    const { title, askedBy, source, date } = questionnaire;
    if (isBlank(title)) return `Questionnaire number ${place + 1} has no title.`;
    const named = `The questionnaire "${title}"`;
    if (isBlank(askedBy)) return `${named} does not say who asked.`;
    if (isBlank(source)) return `${named} does not say where its answers were published.`;
    if (date !== null && !isDay(date)) return `${named} is dated "${date}", which is not a day such as 2020-10-19.`;
    const problem = questionProblem(questionnaire) ?? replyProblem(questionnaire, candidates);
    if (problem !== null) return `${named} ${problem}`;
  }
  return null;
}

function questionProblem({ questions }: Questionnaire): string | null {
  if (questions.length === 0) return 'has no questions.';
  const seen = new Set<string>();
  for (const [place, { id, text }] of questions.entries()) {
    if (isBlank(id)) return `has no number for its question in place ${place + 1}.`;
    if (isBlank(text)) return `has no words for question ${id}.`;
    if (seen.has(id)) return `has two questions numbered ${id}.`;
    seen.add(id);
  }
  return null;
}

function replyProblem({ questions, replies }: Questionnaire, candidates: readonly Candidate[]): string | null {
  const seen = new Set<CandidateId>();
  for (const { candidate, answers } of replies) {
    const name = candidates[candidate]?.name;
    if (name === undefined) return `has answers of candidate number ${candidate + 1}, who does not exist.`;
    if (seen.has(candidate)) return `has the answers of ${name} twice.`;
    seen.add(candidate);
    for (const [question, answer] of Object.entries(answers)) {
      if (!questions.some(({ id }) => id === question)) {
        return `has an answer of ${name} to question ${question}, which it does not ask.`;
      }
      const problem = answerProblem(answer);
      if (problem !== null) return `has an answer of ${name} to question ${question} ${problem}`;
    }
  }
  return null;
}

function answerProblem(answer: Answer): string | null {
  switch (answer.kind) {
    case 'agrees':
    case 'disagrees':
    case 'no-answer':
      return null;
    case 'agrees-with-qualifications':
      return answer.qualification !== null && isBlank(answer.qualification)
        ? 'whose qualification is empty; where it is not known, leave it null.'
        : null;
    case 'text':
      return isBlank(answer.text) ? 'that is empty.' : null;
    default:
      // A record read from outside may hold what the type does not allow.
      return `of the unknown kind "${String((answer satisfies never as { readonly kind: unknown }).kind)}".`;
  }
}

const isBlank = (text: string): boolean => text.trim() === '';

/** A day of the calendar, but for the lengths of months. */
const isDay = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text);

import { pause } from '../pause.ts'

/**
 * How long nobody types before something is suggested: between the letters of one breath it would only
 * flicker, and hold up the next one.
 */
export const inTyping = (): Promise<void> => pause(120)

/**
 * Asks one question at a time, and of those that come meanwhile only the last: however fast somebody
 * types, answers are waited for and never queue up. An answer that is overtaken is not told.
 *
 * @param ask where it fails, nothing is told, and the next question is asked as usual
 * @param tell is given the question, too: something else may be on the form by then
 * @param pause what each question waits for; where another one comes meanwhile, it is never asked, and
 *   that one waits anew
 */
export function latest<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  tell: (answer: Answer, question: Question) => void,
  pause?: () => Promise<void>,
): (question: Question) => void {
  let isBusy = false
  let waiting: { question: Question } | undefined
  function takeWaiting() {
    const taken = waiting
    waiting = undefined
    return taken
  }
  async function go(question: Question) {
    isBusy = true
    let last = question
    if (pause !== undefined) {
      do {
        last = (takeWaiting() ?? { question: last }).question
        await pause()
      } while (waiting !== undefined)
    }
    const answer = await ask(last).then(
      value => ({ value }),
      () => undefined,
    )
    isBusy = false
    const next = takeWaiting()
    if (next !== undefined) void go(next.question)
    else if (answer !== undefined) tell(answer.value, last)
  }
  return question => {
    if (isBusy) waiting = { question }
    else void go(question)
  }
}

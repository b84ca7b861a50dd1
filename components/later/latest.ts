/**
 * Asks one question at a time, and of those that come meanwhile only the last: however fast somebody
 * types, answers are waited for and never queue up. An answer that is overtaken is not told.
 *
 * @param ask where it fails, nothing is told, and the next question is asked as usual
 * @param ready what each question waits for; where another one comes meanwhile, it is never asked
 */
export function latest<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  tell: (answer: Answer) => void,
  ready?: () => Promise<void>,
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
    if (ready !== undefined) await ready()
    const answer = await ask((takeWaiting() ?? { question }).question).then(
      value => ({ value }),
      () => undefined,
    )
    isBusy = false
    const next = takeWaiting()
    if (next !== undefined) void go(next.question)
    else if (answer !== undefined) tell(answer.value)
  }
  return question => {
    if (isBusy) waiting = { question }
    else void go(question)
  }
}

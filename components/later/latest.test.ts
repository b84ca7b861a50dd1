import { expect, test } from 'vitest'
import { latest } from './latest.ts'

test('one question at a time, and of those that come meanwhile the last', async () => {
  const asked: string[] = []
  const told: string[] = []
  const answers: (() => void)[] = []
  const ask = latest(
    (question: string) => {
      asked.push(question)
      return new Promise<string>((resolve, reject) => {
        answers.push(() => (question === 'fails' ? reject(new Error(question)) : resolve(question)))
      })
    },
    answer => told.push(answer),
  )
  const settle = async () => {
    answers.shift()?.()
    await Promise.resolve()
    await new Promise(setImmediate)
  }
  for (const question of ['S', 'Sa', 'Sam']) ask(question)
  expect(asked).toEqual(['S'])
  await settle()
  expect([asked, told]).toEqual([['S', 'Sam'], []])
  await settle()
  expect(told).toEqual(['Sam'])
  ask('fails')
  await settle()
  ask('Samp')
  await settle()
  expect(told).toEqual(['Sam', 'Samp'])
})

test('of questions without a pause between them only the last is asked', async () => {
  const asked: string[] = []
  const pauses: (() => void)[] = []
  const told: string[] = []
  const ask = latest(
    async (question: string) => {
      asked.push(question)
      return question
    },
    answer => told.push(answer),
    () => new Promise(resolve => void pauses.push(resolve)),
  )
  const pass = async () => {
    pauses.shift()?.()
    await new Promise(setImmediate)
  }
  for (const question of ['S', 'Sa']) ask(question)
  await pass()
  ask('Sam')
  await pass()
  expect(asked).toEqual([])
  await pass()
  expect([asked, told, pauses]).toEqual([['Sam'], ['Sam'], []])
})

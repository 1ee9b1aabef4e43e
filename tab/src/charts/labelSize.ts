import { createContext, use } from 'react'

/** How large the labels of every chart are, in pixels: 12 beside text, larger on a wall. All else of a chart follows from it. */
export const LabelSize = createContext(12)

export const useLabelSize = (): number => use(LabelSize)

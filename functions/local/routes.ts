type Check = (value: string) => boolean

const number = (text: string | undefined): number => Number(text ?? Number.NaN)

// What ASP.NET Core calls inline constraints: a value that fails one means that the route does not match.
const constraints: Record<string, (argument: string) => Check> = {
  alpha: () => value => /^[a-z]*$/i.test(value),
  bool: () => value => /^(true|false)$/i.test(value),
  int: () => value => /^[+-]?\d+$/.test(value) && Math.abs(Number(value)) <= 2_147_483_647,
  long: () => value => /^[+-]?\d{1,18}$/.test(value),
  guid: () => value => /^(\{[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32})$/i.test(value),
  min: argument => value => Number(value) >= number(argument),
  max: argument => value => Number(value) <= number(argument),
  range: argument => value => Number(value) >= number(argument.split(',')[0]) && Number(value) <= number(argument.split(',')[1]),
  length: argument => value =>
    value.length >= number(argument.split(',')[0]) && value.length <= number(argument.split(',')[1] ?? argument.split(',')[0]),
  minlength: argument => value => value.length >= number(argument),
  maxlength: argument => value => value.length <= number(argument),
  regex: argument => {
    const pattern = new RegExp(argument, 'i')
    return value => pattern.test(value)
  },
}

type Parameter = { name: string; optional: boolean; catchAll: boolean; checks: readonly Check[] }
type Part = string | Parameter

/** Cuts `cases/{id:regex(^a{{2}}$)}` into its literal text and what stands in braces; doubled braces are braces. */
function cut(template: string): { text: string; inBraces: boolean }[] {
  const cuts: { text: string; inBraces: boolean }[] = []
  let text = ''
  let inBraces = false
  const flush = (): void => {
    if (text !== '' || inBraces) cuts.push({ text, inBraces })
    text = ''
  }
  for (let at = 0; at < template.length; at++) {
    const character = template.charAt(at)
    const brace = character === '{' || character === '}'
    if (brace && template.charAt(at + 1) === character) {
      text += character
      at++
    } else if (brace) {
      flush()
      inBraces = character === '{'
    } else text += character
  }
  if (inBraces) throw new Error(`The route "${template}" opens a brace and does not close it.`)
  flush()
  return cuts
}

/** Reads `name`, `name?`, `*name`, `name:int` or `name:length(2,40):alpha?`. */
function parseParameter(text: string, template: string): Parameter {
  const found = /^(?<stars>\*{0,2})(?<name>[^:?*=]+)(?<rules>(?::[a-z]+(?:\(.*\))?)*)(?<optional>\?)?$/i.exec(text)?.groups
  if (!found?.name) throw new Error(`The route "${template}" has a part in braces that cannot be read: "${text}".`)
  const rules = [...(found.rules ?? '').matchAll(/:([a-z]+)(?:\((.*?)\)(?=:|$))?/gi)]
  const checks = rules.map(([, rule = '', argument = '']) => {
    const make = constraints[rule.toLowerCase()]
    if (!make) throw new Error(`The route "${template}" uses the constraint "${rule}", which the local host does not know.`)
    return make(argument)
  })
  return { name: found.name, optional: found.optional === '?', catchAll: found.stars !== '', checks }
}

const escaped = (literal: string): string => literal.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

function patternOf(parts: readonly Part[]): RegExp {
  const source = parts.map((part, at) => {
    if (typeof part === 'string') {
      // The slash before a part that may be absent is absent with it.
      const next = parts[at + 1]
      const mayEnd = part.endsWith('/') && typeof next === 'object' && (next.optional || next.catchAll)
      return escaped(mayEnd ? part.slice(0, -1) : part)
    }
    const before = parts[at - 1]
    const afterSlash = typeof before === 'string' && before.endsWith('/')
    if (part.catchAll) return afterSlash ? '(?:/(.*))?' : '(.*)'
    if (part.optional) return afterSlash ? '(?:/([^/]+))?' : '([^/]+)?'
    return '([^/]+?)'
  })
  return new RegExp(`^${source.join('')}/?$`, 'i')
}

/** The path parameters of a match; one that is absent is left out. */
export type Parameters = Record<string, string>

/** Decodes a path, except an encoded slash, which stays as it is and so inside its segment. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll(/%2f/gi, '%252F'))
  } catch {
    return path
  }
}

/** Makes a matcher of a route template: path without leading slash → its parameters, or undefined. */
export function routeMatcher(template: string): (path: string) => Parameters | undefined {
  const trimmed = template.replaceAll(/^\/|\/$/g, '')
  const parts = cut(trimmed).map(({ text, inBraces }): Part => (inBraces ? parseParameter(text, template) : text))
  const parameters = parts.filter(part => typeof part === 'object')
  const pattern = patternOf(parts)
  return path => {
    const found = pattern.exec(decodePath(path))
    if (!found) return undefined
    const values = parameters
      .map(({ name, checks }, at) => ({ name, checks, value: found[at + 1] ?? '' }))
      .filter(({ value }) => value !== '')
    const holds = values.every(({ checks, value }) => checks.every(check => check(value)))
    return holds ? Object.fromEntries(values.map(({ name, value }) => [name, value])) : undefined
  }
}

/** A route of an app. No methods means every method. */
export type Route<T> = { name: string; template: string; methods: readonly string[]; target: T }

/**
 * The host's choice of a function: routes in the order of function *names*, letter case aside, and the first that takes path and method.
 * How specific a template is plays no part, and a wrong method is no match.
 */
export function router<T>(
  routes: readonly Route<T>[],
): (method: string, path: string) => { target: T; parameters: Parameters } | undefined {
  const inOrder = routes
    .map(route => ({ ...route, order: route.name.toUpperCase(), match: routeMatcher(route.template) }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
  return (method, path) => {
    for (const { methods, match, target } of inOrder) {
      if (methods.length > 0 && !methods.some(each => each.toUpperCase() === method)) continue
      const parameters = match(path)
      if (parameters) return { target, parameters }
    }
    return undefined
  }
}

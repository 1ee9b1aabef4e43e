/** What stands for a person beside each row: "J.T." as it is, and of a longer name its first letters. */
export function initialsOf(name: string): string {
  if (name.length <= 4) return name
  const letters = name
    .split(/[\s.-]+/)
    .filter(part => part !== '')
    .slice(0, 2)
    .map(part => part.charAt(0).toUpperCase())
  return letters.map(letter => `${letter}.`).join('')
}

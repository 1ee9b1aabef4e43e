import { MemoryStore } from '#functions/memoryStore.ts'
import { storeContract } from './storeContract.ts'

storeContract('the store in memory', async () => new MemoryStore())

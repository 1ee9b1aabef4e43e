const { createRequire } = require('node:module')
const Loki = createRequire(process.argv[1])('lokijs')

// Azurite asks for { PartitionKey, RowKey }, and LokiJS uses the index of the first key only: in a large partition that is a walk
// through all of its rows for every insert. The row key finds one row, or a few.
const { findOne } = Loki.Collection.prototype
Loki.Collection.prototype.findOne = function (query) {
  const { PartitionKey, RowKey, ...rest } = query ?? {}
  if (PartitionKey === undefined || RowKey === undefined) return findOne.call(this, query)
  return findOne.call(this, { RowKey, PartitionKey, ...rest })
}

// Azurite writes its rows to disk when it is asked to stop, and loses them when it is killed. Its standard input ends when whoever
// started it is gone, in whatever way.
process.stdin
  .on('end', () => process.emit('SIGINT'))
  .resume()
  .unref()

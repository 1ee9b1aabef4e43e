# Times R's survfit over the rows of a file of spells (from, to, ended, one line each), in milliseconds: the middle of five runs.
# Rscript tests/bench/survival.R spells.csv
suppressPackageStartupMessages(library(survival))
rows <- read.csv(commandArgs(trailingOnly = TRUE)[1])
start <- ifelse(rows$from == 0, -1, rows$from)
taken <- function(run) {
  run()
  times <- vapply(1:5, function(i) {
    begun <- proc.time()[["elapsed"]]
    run()
    (proc.time()[["elapsed"]] - begun) * 1000
  }, 0)
  median(times)
}
curve <- taken(function() summary(survfit(Surv(start, rows$to, rows$ended) ~ 1, conf.type = "log-log"), times = c(182, 365, 730)))
cause <- factor(ifelse(rows$ended == 1, rows$to %% 3 + 1, 0), levels = 0:3)
ways <- taken(function() {
  summary(survfit(Surv(start, rows$to, cause) ~ 1, id = seq_along(cause), conf.type = "log-log"), times = c(365, 730))
})
group <- seq_along(rows$to) %% 4
test <- taken(function() survdiff(Surv(rows$to, rows$ended) ~ group))
cat(curve, ways, test, "\n")

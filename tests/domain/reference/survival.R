# Reference values for tests/domain/survival.test.ts and tests/domain/betaDistribution.test.ts.
# Rscript tests/domain/reference/survival.R > tests/domain/reference/survival.json

suppressPackageStartupMessages({
  library(survival)
  library(jsonlite)
})

spells <- function(to, ended, from = 0) {
  data.frame(from = from, to = to, ended = as.logical(ended))
}

# Late entries need counting-process data. Who enters on day 0 is at risk on day 0 already, hence the -1: R drops rows of no length.
as.surv <- function(data) {
  if (all(data$from == 0)) return(Surv(data$to, data$ended))
  Surv(ifelse(data$from == 0, -1, data$from), data$to, data$ended)
}

fit.of <- function(data) survfit(as.surv(data) ~ 1, conf.type = "log-log", conf.int = 0.95)

number.or.na <- function(value) ifelse(is.finite(value), value, NA)

curve.of <- function(data) {
  fit <- fit.of(data)
  data.frame(
    day = fit$time, atRisk = fit$n.risk, ended = fit$n.event, censored = fit$n.censor, share = fit$surv,
    standardError = number.or.na(fit$surv * fit$std.err), low = number.or.na(fit$lower), high = number.or.na(fit$upper)
  )
}

under.way <- function(data, day) data$from == 0 | data$from < day
at.risk <- function(data, day) sum(under.way(data, day) & data$to >= day)

# Fay, Brittain & Proschan (2013), by moments, straight from the formula.
beta.product <- function(a, b, probability) {
  m <- prod(a / (a + b))
  second <- prod(a * (a + 1) / ((a + b) * (a + b + 1)))
  k <- m * (1 - m) / (second - m^2) - 1
  qbeta(probability, m * k, (1 - m) * k)
}

exact.limits <- function(data, day) {
  days <- sort(unique(data$to[data$ended & data$to <= day]))
  y <- vapply(days, function(on) at.risk(data, on), 0)
  d <- vapply(days, function(on) sum(data$ended & data$to == on), 0)
  followed <- sum(under.way(data, day) & (data$to > day | (data$to == day & !data$ended)))
  a <- y - d + 1
  c(
    low = if (followed == 0) 0 else beta.product(c(a, followed), c(d, 1), 0.025),
    high = if (length(days) == 0) 1 else beta.product(a, d, 0.975)
  )
}

at.day <- function(data, day) {
  fit <- fit.of(data)
  # Past the last follow-up summary() has no line to give: not estimable.
  estimable <- day <= max(fit$time)
  found <- if (estimable) summary(fit, times = day)
  exact <- if (estimable) exact.limits(data, day) else c(low = NA, high = NA)
  one <- function(value) if (estimable) number.or.na(value) else NA_real_
  data.frame(
    day = day, atRisk = at.risk(data, day), share = one(found$surv), standardError = one(found$std.err),
    low = one(found$lower), high = one(found$upper), exactLow = exact[["low"]], exactHigh = exact[["high"]]
  )
}

days.of <- function(data) {
  ends <- unique(data$to)
  some <- ends[order(ends)][unique(round(seq(1, length(ends), length.out = 12)))]
  sort(unique(c(0, 1, 182, 365, 729, 730, 731, some, some + 1)))
}

case.of <- function(name, data, curve = TRUE, days = days.of(data)) {
  list(
    name = name, spells = if (curve) data else NULL, curve = if (curve) curve.of(data) else NULL,
    at = do.call(rbind, lapply(days, function(day) at.day(data, day)))
  )
}

six.mp <- spells(
  c(6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
  rep(c(1, 0), c(9, 12))
)
placebo <- spells(c(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23), 1)

# 133 enterprises, four of them ended in two years; most followed exactly to their 24-month day, some still younger.
programme <- spells(
  c(97, 301, 512, 668, rep(730, 62), rep(731, 21), 716, 723, 741, 800, 29 + 17 * (0:41)),
  rep(c(1, 0), c(4, 129))
)
stopifnot(nrow(programme) == 133)
complete <- spells(c(97, 301, 512, 668, rep(730, 129)), rep(c(1, 0), c(4, 129)))
no.closures <- spells(c(rep(730, 19), 12, 90, 181, 182, 183, 365, 400, 555, 700, 729, 731), 0)
everyone.to.730 <- spells(rep(730, 30), 0)
ties <- spells(
  rep(c(0, 30, 182, 365, 365, 540, 730, 730), c(5, 8, 12, 20, 15, 10, 9, 21)),
  rep(c(1, 0, 1, 1, 0, 1, 1, 0), c(5, 8, 12, 20, 15, 10, 9, 21))
)
late <- spells(
  c(0, 40, 120, 150, 200, 260, 300, 365, 365, 420, 480, 510, 600, 640, 700, 730, 730, 730, 731, 731, 745, 760, 800, 900),
  c(1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0),
  c(0, 0, 0, 10, 0, 30, 120, 0, 200, 0, 365, 60, 0, 400, 365, 0, 0, 500, 0, 120, 700, 0, 730, 365)
)
all.late <- spells(c(60, 90, 90, 200, 250, 300, 365), c(0, 1, 0, 0, 1, 0, 0), c(20, 45, 10, 90, 120, 91, 240))
gap <- spells(c(10, 30, 30, 200, 260, 300), c(1, 0, 0, 1, 0, 0), c(0, 0, 0, 100, 100, 120))
last.is.ending <- spells(c(20, 90, 181, 300, 365, 512, 700, 730), c(1, 0, 1, 1, 0, 1, 0, 1))
single <- spells(100, 0)
start.day <- spells(c(0, 0, 0, 10, 25, 25, 40), c(1, 1, 0, 0, 1, 0, 0))

# Made by a rule that the test repeats, so the spells need not be listed.
i <- 0:9999
many <- spells((i * 7919) %% 1000 + 1, i %% 17 == 0)
many$from <- ifelse(i %% 5 == 0, many$to %/% 3, 0)

aml <- with(survival::aml, spells(time, status))
lung <- with(survival::lung, spells(time, status == 2))

cases <- list(
  case.of("the 6-MP arm of Freireich et al. (1963)", six.mp),
  case.of("the placebo arm of Freireich et al. (1963)", placebo),
  case.of("acute myelogenous leukaemia (survival::aml)", aml),
  case.of("advanced lung cancer (survival::lung)", lung),
  case.of("a programme of 133 with four endings", programme),
  case.of("a programme of 133 with four endings, all others followed to day 730", complete),
  case.of("a programme without endings", no.closures),
  case.of("thirty followed exactly to day 730", everyone.to.730),
  case.of("heavy ties, with endings on day 0", ties),
  case.of("late entries, with an ending on day 0", late),
  case.of("late entries only", all.late),
  case.of("a time in which nobody is followed, between early and late entries", gap),
  case.of("a last spell that ends", last.is.ending),
  case.of("one enterprise", single),
  case.of("endings and censorings on day 0", start.day)
)

clopper.pearson <- function(n, ended) {
  interval <- binom.test(n - ended, n)$conf.int
  data.frame(n = n, ended = ended, low = interval[1], high = interval[2])
}

shapes <- c(0.01, 0.3, 0.9, 1, 2, 5, 14.5, 133, 1000, 12345.6, 1e6)
at <- c(1e-12, 0.001, 0.025, 0.25, 0.5, 0.9, 0.975, 1 - 1e-6)
# What is printed has 15 digits, so the values are worked out at exactly what is printed.
as.printed <- function(x) as.numeric(format(x, digits = 15, trim = TRUE, scientific = TRUE))
# Where b is tiny the quantile is nearer to 1 than a double can be; R warns and gives the nearest double.
quantile.of <- function(share, a, b) suppressWarnings(qbeta(share, a, b))
cumulative <- rbind(
  expand.grid(a = c(0.001, shapes), b = c(0.001, shapes), x = at),
  # Near the middle of each distribution, where large a and b put all their weight.
  transform(expand.grid(a = shapes, b = shapes, x = c(-3, -1, 0, 2)), x = quantile.of(pnorm(x), a, b))
)
cumulative$x <- vapply(cumulative$x, as.printed, 0)
cumulative$value <- with(cumulative, pbeta(x, a, b))
quantile <- expand.grid(a = shapes, b = shapes, share = c(1e-6, 0.025, 0.1, 0.5, 0.975, 0.999))
quantile$value <- with(quantile, quantile.of(share, a, b))
gammas <- data.frame(x = c(1e-8, 0.001, 0.1, 0.5, 0.999, 1, 1.5, 2, 2.001, 3, 7.25, 14.999, 15, 16, 100, 1234.5, 1e6))
gammas$value <- lgamma(gammas$x)

cat(toJSON(
  list(
    versions = list(
      R = paste(R.version$major, R.version$minor, sep = "."),
      survival = as.character(packageVersion("survival")), jsonlite = as.character(packageVersion("jsonlite"))
    ),
    normalQuantile975 = qnorm(0.975),
    cases = cases,
    tenThousand = case.of("ten thousand", many, curve = FALSE)$at,
    clopperPearson = do.call(rbind, Map(clopper.pearson, c(133, 133, 30, 30, 12, 5, 1), c(4, 0, 0, 7, 12, 5, 1))),
    logGamma = gammas, beta = list(cumulative = cumulative, quantile = quantile)
  ),
  dataframe = "rows", auto_unbox = TRUE, digits = NA, na = "null", null = "null"
), "\n")

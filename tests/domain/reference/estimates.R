# Reference values for the quantiles, restricted means, endings and log-rank tests of tests/domain/.
# Rscript tests/domain/reference/estimates.R > tests/domain/reference/estimates.json

suppressPackageStartupMessages({
  library(survival)
  library(jsonlite)
})

spells <- function(to, ended, from = 0) data.frame(from = from, to = to, ended = as.numeric(ended))

# Late entries need counting-process data. Who enters on day 0 is at risk on day 0 already, hence the -1: R drops rows of no length.
start.of <- function(data) ifelse(data$from == 0, -1, data$from)
as.surv <- function(data) {
  if (all(data$from == 0)) return(Surv(data$to, data$ended))
  Surv(start.of(data), data$to, data$ended)
}
fit.of <- function(data) survfit(as.surv(data) ~ 1, conf.type = "log-log", conf.int = 0.95)
# A column of one is a list too.
columns <- function(data) lapply(as.list(data), I)
number.or.na <- function(value) ifelse(is.finite(value), value, NA)

# Beta product limits by moments (Fay, Brittain & Proschan 2013), straight from the formula.
under.way <- function(data, day) data$from == 0 | data$from < day
at.risk <- function(data, day) sum(under.way(data, day) & data$to >= day)
beta.product <- function(a, b, probability) {
  m <- prod(a / (a + b))
  second <- prod(a * (a + 1) / ((a + b) * (a + b + 1)))
  k <- m * (1 - m) / (second - m^2) - 1
  qbeta(probability, m * k, (1 - m) * k)
}
exact.limits <- function(data, day) {
  days <- sort(unique(data$to[data$ended == 1 & data$to <= day]))
  y <- vapply(days, function(on) at.risk(data, on), 0)
  d <- vapply(days, function(on) sum(data$ended == 1 & data$to == on), 0)
  followed <- sum(under.way(data, day) & (data$to > day | (data$to == day & data$ended == 0)))
  a <- y - d + 1
  share <- prod(1 - d / y)
  low <- if (followed == 0) 0 else beta.product(c(a, followed), c(d, 1), 0.025)
  high <- if (length(days) == 0) 1 else beta.product(a, d, 0.975)
  c(low = min(low, share), high = max(high, share))
}

# What survival:::survmean prints for the median, at any level.
first.day <- function(share, day, level) {
  tolerance <- .Machine$double.eps^0.5
  keep <- !is.na(share) & share < level + tolerance
  if (!any(keep)) return(NA)
  day <- day[keep]
  share <- share[keep]
  if (abs(share[1] - level) < tolerance && any(share < share[1])) (day[1] + day[min(which(share < share[1]))]) / 2 else day[1]
}

times.of <- function(name, data, until, listed = TRUE, exact = TRUE) {
  fit <- fit.of(data)
  printed <- summary(fit, rmean = until)$table
  quartiles <- quantile(fit, c(0.25, 0.75))
  edges <- if (exact) {
    days <- c(if (min(fit$time) > 0) 0, fit$time)
    limits <- vapply(days, function(day) exact.limits(data, day), c(low = 0, high = 0))
    list(day = days, low = limits["low", ], high = limits["high", ])
  }
  at <- function(part, day, low, high) {
    level <- 1 - part
    exact.low <- if (exact) first.day(edges$low, edges$day, level) else NULL
    exact.high <- if (exact) first.day(edges$high[edges$day > 0 | fit$time[1] == 0], edges$day[edges$day > 0 | fit$time[1] == 0], level) else NULL
    list(part = part, day = day, low = low, high = high, exactLow = exact.low, exactHigh = exact.high)
  }
  quartile <- function(part, place) {
    at(part, quartiles$quantile[[place]], quartiles$lower[[place]], quartiles$upper[[place]])
  }
  ended <- data$ended
  reversed <- fit.of(transform(data, ended = 1 - ended))
  list(
    name = name, until = until, spells = if (listed) columns(data) else NULL,
    quantiles = list(
      quartile(0.25, 1), at(0.5, printed[["median"]], printed[["0.95LCL"]], printed[["0.95UCL"]]), quartile(0.75, 2)
    ),
    # Past the last follow-up R draws the curve on flat; that is no estimate, and is left out here.
    restrictedMean = if (max(fit$time) >= until || min(fit$surv) == 0) {
      list(mean = printed[["rmean"]], standardError = number.or.na(printed[["se(rmean)"]]))
    } else NA,
    medianFollowUp = number.or.na(summary(reversed)$table[["median"]])
  )
}

aml <- with(survival::aml, spells(time, status))
lung <- with(survival::lung, spells(time, status == 2))
veteran <- with(survival::veteran, spells(time, status))
six.mp <- spells(c(6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35), rep(c(1, 0), c(9, 12)))
programme <- spells(
  c(97, 301, 512, 668, rep(730, 62), rep(731, 21), 716, 723, 741, 800, 29 + 17 * (0:41)), rep(c(1, 0), c(4, 129))
)
no.closures <- spells(c(rep(730, 19), 12, 90, 181, 182, 183, 365, 400, 555, 700, 729, 731), 0)
all.ended <- spells(c(3, 20, 20, 90, 181, 181, 300, 365, 512, 700), 1)
ties <- spells(
  rep(c(0, 30, 182, 365, 365, 540, 730, 730), c(5, 8, 12, 20, 15, 10, 9, 21)),
  rep(c(1, 0, 1, 1, 0, 1, 1, 0), c(5, 8, 12, 20, 15, 10, 9, 21))
)
late <- spells(
  c(0, 40, 120, 150, 200, 260, 300, 365, 365, 420, 480, 510, 600, 640, 700, 730, 730, 730, 731, 731, 745, 760, 800, 900),
  c(1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0),
  c(0, 0, 0, 10, 0, 30, 120, 0, 200, 0, 365, 60, 0, 400, 365, 0, 0, 500, 0, 120, 700, 0, 730, 365)
)
start.day <- spells(c(0, 0, 0, 10, 25, 25, 40), c(1, 1, 0, 0, 1, 0, 0))
plateau <- spells(c(10, 20, 30, 40, 55, 60, 70, 90), c(1, 1, 1, 1, 0, 1, 1, 0))
single <- spells(100, 0)
single.ended <- spells(100, 1)

# Made by a rule that the tests repeat, so the spells need not be listed.
i <- 0:9999
many <- spells((i * 7919) %% 1000 + 1, i %% 17 == 0)
many$from <- ifelse(i %% 5 == 0, many$to %/% 3, 0)
many.cause <- ifelse(i %% 17 == 0, c("not-working", "took-job", "planned")[i %% 3 + 1], "none")
many.group <- c("north", "south", "west")[(i * 31) %% 3 + 1]
many.falling <- spells((i * 7919) %% 1000 + 1, i %% 3 > 0)

# Competing endings -------------------------------------------------------------------------------------------------------------

endings.of <- function(name, data, cause, days, listed = TRUE) {
  names.of <- setdiff(sort(unique(cause)), "none")
  state <- factor(cause, levels = c("none", names.of))
  fit <- survfit(Surv(start.of(data), data$to, state) ~ 1, id = seq_along(cause), conf.type = "log-log")
  last <- max(data$to)
  settled <- !any(data$to == last & cause == "none")
  estimable <- days[days <= last | settled]
  found <- summary(fit, times = estimable, extend = TRUE)
  list(
    name = name, spells = if (listed) columns(list(from = data$from, to = data$to, ending = ifelse(cause == "none", NA, cause))) else NULL,
    at = do.call(rbind, lapply(names.of, function(each) {
      place <- which(found$states == each)
      one <- function(of) if (length(names.of) == 0) NA else matrix(of, nrow = length(estimable))[, place]
      data.frame(
        ending = each, day = estimable, share = one(found$pstate), standardError = number.or.na(one(found$std.err)),
        low = number.or.na(one(found$lower)), high = number.or.na(one(found$upper))
      )
    })),
    notEstimable = as.list(setdiff(days, estimable))
  )
}

mgus <- with(survival::mgus2, spells(ifelse(pstat == 0, futime, ptime), pstat == 1 | death == 1))
mgus.cause <- with(survival::mgus2, ifelse(pstat == 1, "pcm", ifelse(death == 1, "death", "none")))
pbc <- with(survival::pbc, spells(time, status > 0))
pbc.cause <- c("none", "transplant", "death")[survival::pbc$status + 1]
ties.cause <- ifelse(ties$ended == 1, c("not-working", "took-job", "planned")[seq_along(ties$to) %% 3 + 1], "none")
late.cause <- ifelse(late$ended == 1, c("not-working", "joined-another")[seq_along(late$to) %% 2 + 1], "none")
all.cause <- rep(c("reached", "left"), 5)

# Log-rank ----------------------------------------------------------------------------------------------------------------------

test.of <- function(name, data, group, stratum = NULL, listed = TRUE) {
  group <- as.character(group)
  answer <- if (all(data$from == 0)) {
    with.strata <- if (is.null(stratum)) survdiff(as.surv(data) ~ group) else survdiff(as.surv(data) ~ group + strata(stratum))
    expected <- as.matrix(with.strata$exp)
    list(
      chiSquare = with.strata$chisq, degrees = sum(rowSums(expected) > 0) - 1,
      observed = as.list(rowSums(as.matrix(with.strata$obs))), expected = as.list(rowSums(expected))
    )
  } else {
    # survdiff refuses late entries; the score test of a Cox model with exact ties is the same test.
    cox <- coxph(Surv(start.of(data), data$to, data$ended) ~ group, ties = "exact")
    list(chiSquare = cox$score, degrees = length(cox$coefficients), observed = NULL, expected = NULL)
  }
  answer$p <- pchisq(answer$chiSquare, answer$degrees, lower.tail = FALSE)
  list(name = name, spells = if (listed) columns(c(as.list(data), list(group = group, stratum = if (is.null(stratum)) rep(NA, length(group)) else as.character(stratum)))) else NULL, answer = answer)
}

never.heard <- spells(c(5, 5, 8, 12, 20, 31, 2, 3, 3), c(1, 1, 0, 1, 1, 1, 0, 0, 0))
tails <- expand.grid(x = c(0.001, 0.3, 1, 3.84, 10.5, 40, 150), degrees = c(1, 2, 3, 7, 20))
tails$value <- with(tails, pchisq(x, degrees, lower.tail = FALSE))

cat(toJSON(
  list(
    versions = list(
      R = paste(R.version$major, R.version$minor, sep = "."),
      survival = as.character(packageVersion("survival")), jsonlite = as.character(packageVersion("jsonlite"))
    ),
    times = list(
      times.of("acute myelogenous leukaemia (survival::aml)", aml, 40),
      times.of("advanced lung cancer (survival::lung)", lung, 730),
      times.of("the veterans' lung cancer trial (survival::veteran)", veteran, 365),
      times.of("the 6-MP arm of Freireich et al. (1963)", six.mp, 35),
      times.of("a programme of 133 with four endings", programme, 730),
      times.of("a programme without endings", no.closures, 730),
      times.of("ten that all ended", all.ended, 730),
      times.of("heavy ties, with endings on day 0", ties, 730),
      times.of("late entries, with an ending on day 0", late, 730),
      times.of("endings and censorings on day 0", start.day, 30),
      times.of("a curve that lies at a half, and at three quarters, for some days", plateau, 80),
      times.of("one enterprise", single, 100),
      times.of("one enterprise that ended", single.ended, 365)
    ),
    tenThousand = times.of("ten thousand", many.falling, 730, listed = FALSE, exact = FALSE),
    endings = list(
      endings.of("monoclonal gammopathy (survival::mgus2)", mgus, mgus.cause, c(0, 1, 12, 60, 120, 240, 360, 424, 425)),
      endings.of("primary biliary cirrhosis (survival::pbc)", pbc, pbc.cause, c(0, 90, 365, 730, 1461, 3000, 4600, 4795, 4796)),
      endings.of("heavy ties of three endings, some on day 0", ties, ties.cause, c(0, 1, 182, 365, 539, 540, 730, 731)),
      endings.of("late entries of two endings", late, late.cause, c(0, 120, 182, 365, 480, 730, 731, 900, 901)),
      endings.of("ten that all ended, in one of two ways", all.ended, all.cause, c(0, 3, 90, 180, 365, 700, 730)),
      endings.of("one enterprise that ended", single.ended, "planned", c(0, 99, 100, 101))
    ),
    tenThousandEndings = endings.of("ten thousand", many, many.cause, c(0, 1, 182, 365, 730, 999, 1000, 1001), listed = FALSE),
    logRank = list(
      test.of("aml by whether treatment went on", aml, survival::aml$x),
      test.of("lung by sex", lung, survival::lung$sex),
      test.of("veteran by the type of cell: four groups", veteran, survival::veteran$celltype),
      test.of("veteran by treatment, within the type of cell", veteran, survival::veteran$trt, survival::veteran$celltype),
      test.of("pbc by stage: four groups", subset(pbc, !is.na(survival::pbc$stage)), na.omit(survival::pbc$stage)),
      test.of("heavy ties, with endings on day 0", ties, seq_along(ties$to) %% 3),
      test.of("a group that is gone before the first ending", never.heard, rep(c("a", "b", "c"), each = 3)),
      test.of("late entries", late, seq_along(late$to) %% 2)
    ),
    tenThousandGroups = test.of("ten thousand", many.falling, many.group, listed = FALSE),
    chiSquare = tails
  ),
  dataframe = "rows", auto_unbox = TRUE, digits = NA, na = "null", null = "null"
), "\n")

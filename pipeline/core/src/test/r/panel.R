# Golden numbers of RandomInterceptTest. Needs lme4, lmerTest. Run: Rscript panel.R
options(digits = 15)
suppressMessages({library(lme4); library(lmerTest)})
tight <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = .01, rhoend = 1e-12, maxfun = 1e5), check.conv.singular = "ignore")
show <- function(f) {
  s <- summary(f)$coefficients; v <- as.data.frame(VarCorr(f))$vcov
  cat(" estimate", s[, 1], "\n se", s[, 2], "\n df", s[, 3], "\n variances", v, "\n criterion", REMLcrit(f), "\n")
}
# 14 people, one to four terms each; the totals are whole points
d <- read.table(text = "
a 0 18 1
a 1 21 1
a 2 23 1
a 3 20 1
b 0 12 0
b 1 15 0
b 2 14 0
c 0 25 1
c 2 29 1
c 3 28 1
d 1 17 0
e 0 9 0
e 1 10 0
e 2 16 0
e 3 11 0
f 0 20 1
f 1 19 1
g 2 31 1
g 3 27 1
h 0 14 0
h 1 19 0
h 2 20 0
h 3 19 0
i 3 22 1
j 0 16 0
j 1 14 0
j 2 18 0
k 1 24 1
k 2 26 1
l 0 21 0
l 1 25 0
l 2 24 0
l 3 23 0
m 0 13 1
m 3 17 1
n 0 19 0
n 1 22 0
n 2 25 0", col.names = c("person", "term", "y", "campus"))
d$term <- factor(d$term)
f <- lmer(y ~ term + (1 | person), d, control = tight); cat("terms\n"); show(f)
cat(" person effects", ranef(f)$person[c("a", "d", "i"), 1], "\n")
K <- cbind(contest1D(f, c(1, 1, 0, 0)), 0); print(contest1D(f, c(1, 1, 0, 0))); print(contest1D(f, c(0, -1, 1, 0)))
cat("terms and campus\n"); show(lmer(y ~ term + campus + (1 | person), d, control = tight))
cat("people alike\n")
set.seed(3); d2 <- d; d2$y <- c(10, 20, 12, 18, 20, 10, 15, 12, 19, 14, 15, 18, 11, 13, 19, 14, 17, 13, 18, 16, 13, 19, 12, 15, 11, 20, 15, 18, 12, 19, 11, 17, 14, 12, 18, 20, 11, 15)
g <- lmer(y ~ term + (1 | person), d2, control = tight); show(g); cat(" ordinary least squares", summary(lm(y ~ term, d2))$coefficients[, 2], "\n")
# the same week of two years
cat("welch"); a <- 30^-1 * 4.2^2; b <- 26^-1 * 5.1^2; df <- (a + b)^2 / (a^2 / 29 + b^2 / 25); cat(18.2 - 16.9, sqrt(a + b), df, 1.3 + c(-1, 1) * qt(.975, df) * sqrt(a + b), "\n")

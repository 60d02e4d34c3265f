# Golden numbers of ResponseGoldenTest and ChangeGoldenTest, with survey and metafor. Run: Rscript response.R
suppressMessages({library(survey); library(metafor)})
options(digits = 15)
i <- 1:48                                            # the same people are made in the tests
d <- data.frame(y = (7 * i * i + 3 * i) %% 29,
                year = c("Y1", "Y1", "Y1", "Y2", "Y2", "Y3", "Y3")[i %% 7 + 1],
                site = ifelse((5 * i) %% 11 < 6, "north", "south"))
d$risk <- as.numeric(d$y >= 20)
years <- c(Y1 = 60, Y2 = 50, Y3 = 40); sites <- c(north = 80, south = 70); N <- 150; n <- nrow(d)
margins <- list(data.frame(year = names(years), Freq = years), data.frame(site = names(sites), Freq = sites))
show <- function(name, design, v = ~y) { m <- svymean(v, design, deff = TRUE); cat(name, coef(m), SE(m), degf(design), deff(m), "\n") }
d$w <- N / n; d$fpc <- N; d$fpcYear <- years[d$year]; d$wYear <- years[d$year] / table(d$year)[d$year]
exact <- list(maxit = 500, epsilon = 1e-12)
free <- rake(svydesign(~1, weights = ~w, data = d), list(~year, ~site), margins, control = exact)
census <- rake(svydesign(~1, weights = ~w, fpc = ~fpc, data = d), list(~year, ~site), margins, control = exact)
within <- rake(svydesign(~1, strata = ~year, weights = ~wYear, fpc = ~fpcYear, data = d), list(~year, ~site), margins, control = exact)
show("raked", free); show("raked census", census); show("raked within years", within); show("raked share", within, ~risk)
cat("share interval", attr(svyciprop(~risk, within, method = "logit"), "ci"), "\n")
sh <- svymean(~risk, within); q <- qlogis(coef(sh)); h <- qt(.975, 44) * SE(sh) * sqrt(45 / 44) / (coef(sh) * (1 - coef(sh)))  # the site costs one degree of freedom
cat("share interval, paying for the site", plogis(c(q - h, q + h)), "\n")
print(svyby(~y, ~year, within, svymean))
w <- weights(free); print(unique(data.frame(d$year, d$site, w))); cat("kish", n * sum(w^2) / sum(w)^2, "\n")
strata <- svydesign(~1, strata = ~year, weights = ~wYear, fpc = ~fpcYear, data = d)
show("post-stratified", strata); cat(confint(svymean(~y, strata), df = n - 3), "\n")
rho <- table(d$year) / years; cat("R-indicator", 1 - 2 * sqrt(sum(years * (rho - n / N)^2) / (N - 1)), "\n")

x <- c(12, 18, 25, 7, 21, 16, 30, 14, 19, 22, 11, 17); y <- c(15, 19, 27, 9, 20, 21, 33, 18)  # y[1:6] follow x[1:6]
p <- t.test(y[1:6], x[1:6], paired = TRUE); cat("paired", p$estimate, p$conf.int, "\n")
e <- escalc("SMD", m1i = mean(y), m2i = mean(x), sd1i = sd(y), sd2i = sd(x), n1i = length(y), n2i = length(x))
cat("hedges", e$yi, e$vi, e$yi + c(-1, 1) * qnorm(.975) * sqrt(e$vi), "\n")
J <- function(v) exp(lgamma(v / 2) - log(sqrt(v / 2)) - lgamma((v - 1) / 2)); cat("J", J(2), J(20), J(500), "\n")
s <- escalc("SMD", m1i = mean(x[7:12]), m2i = mean(x[1:6]), sd1i = sd(x[7:12]), sd2i = sd(x[1:6]), n1i = 6, n2i = 6)
cat("leavers", mean(x[7:12]) - mean(x[1:6]), t.test(x[7:12], x[1:6])$conf.int, s$yi, "\n")
cat("90%", 0.4 + c(-1, 1) * qt(.95, 30) * 0.35, "\n")
finite <- function(r, n, N, a, b, at) { u <- 0:(N - n); pr <- exp(lchoose(N - n, u) + lbeta(u + a + r, N - n - u + b + n - r) - lbeta(a + r, b + n - r))
  cat("finite", ((r + u) / N)[c(which(cumsum(pr) >= .025)[1], which(cumsum(pr) >= .975)[1])], sum(pr[(r + u) / N > at]), "\n") }
finite(14, 45, 60, 3, 9, .35); finite(14, 45, 60, .5, .5, .35)
cat("beta", qbeta(c(.025, .975), 14.5, 31.5), "\n")
h <- rep(0:20, times = c(3, 5, 8, 6, 9, 12, 7, 9, 8, 6, 5, 7, 4, 6, 3, 4, 2, 3, 1, 1, 1)); m <- length(h)
for (q in c(.25, .5, .9)) cat("quantile", m, quantile(h, q, type = 7), sort(h)[c(qbinom(.025, m, q), qbinom(.975, m, q) + 1)], "\n")
# The size of a change from shown figures: 19.4 (55 respondents, standard deviation 8.1) to 21.0 (62, 7.6)
g <- escalc("SMD", m1i = 21.0, m2i = 19.4, sd1i = 7.6, sd2i = 8.1, n1i = 62, n2i = 55)
pooled <- sqrt((54 * 8.1^2 + 61 * 7.6^2) / 115); half <- qnorm(.975) * pooled * sqrt(1 / 55 + 1 / 62)
cat("size", format(c(pooled, half, g$yi, g$yi + c(-1, 1) * qnorm(.975) * sqrt(g$vi)), digits = 15), "\n")

# Golden numbers of SchoolKindsTest, with base R alone. Run: Rscript school.R
options(digits = 15)
x <- sort(floor((0:199)^2 * 40 / 39601))
n <- length(x)
for (p in c(.25, .5, .75)) {   # Conover: order statistics with at most 2.5% beyond each end
  l <- qbinom(.025, n, p); u <- qbinom(.975, n, p) + 1
  if (pbinom(l - 1, n, p) > .025) l <- l - 1
  cat("quantile", p, quantile(x, p, type = 7), x[l], x[u], "\n")
}
stayed <- 15 + (0:59) %% 10
left <- 14 + (0:39) %% 16 - (0:39) %% 2
t <- t.test(left, stayed)
cat("leavers", mean(left) - mean(stayed), t$conf.int, "\n")
w <- function(x, n) prop.test(x, n, correct = FALSE)$conf.int   # Newcombe 1998, method 10, 56/70 less 48/80
a <- w(56, 70); b <- w(48, 80)
cat("share", .8 - .6 + c(-1, 1) * sqrt(c((.8 - a[1])^2 + (b[2] - .6)^2, (a[2] - .8)^2 + (.6 - b[1])^2)), "\n")

# Times permutations of actors in R's sna: Rscript qap.R <folder> <question> <draws>.
# A twentieth or fiftieth of the draws is timed, and the time multiplied: it grows with their number and nothing else.
suppressMessages(library(sna))
arguments <- commandArgs(trailingOnly = TRUE)
read <- function(name) as.matrix(read.csv(file.path(arguments[1], paste0(name, ".csv")), header = FALSE))
y <- read("y")
x <- lapply(paste0("x", 0:3), read)
draws <- as.integer(arguments[3])
used <- function(work) sum(system.time(work)[c("user.self", "sys.self")])
seconds <- switch(arguments[2],
  qaptest = {
    tied <- (x[[1]] > quantile(x[[1]], 0.9)) * 1
    run <- function(reps) qaptest(list(y, tied), gcor, g1 = 1, g2 = 2, reps = reps)
    run(10)
    used(run(draws / 5)) * 5
  },
  netlm = {
    run <- function(reps) netlm(y, x, reps = reps, nullhyp = "qapspp")
    once <- used(run(1))
    (used(run(draws / 50)) - once) * 50 + once
  },
  netlogit = {
    part <- seq_len(nrow(y) / 2)
    run <- function(reps) netlogit(y[part, part], lapply(x, function(m) m[part, part]), reps = reps, nullhyp = "qapspp")
    once <- used(run(1))
    (used(run(draws / 100)) - once) * 20 + once
  }
)
cat(seconds, "\n")

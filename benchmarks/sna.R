# Times Gould and Fernandez's brokerage in R's sna: Rscript sna.R <folder>, which holds arcs.csv and sector.csv.
suppressMessages(library(sna))
folder <- commandArgs(trailingOnly = TRUE)[1]
arcs <- as.matrix(read.csv(file.path(folder, "arcs.csv")))
sector <- read.csv(file.path(folder, "sector.csv"))$sector
edges <- cbind(arcs, 1)
attr(edges, "n") <- length(sector)
loops <- if (length(sector) < 500) 50 else 1
seconds <- function() {
  start <- proc.time()[["elapsed"]]
  for (i in seq_len(loops)) brokerage(edges, sector)
  (proc.time()[["elapsed"]] - start) / loops
}
invisible(seconds())
for (i in 1:5) cat(seconds(), "\n")

package dev.stickcheck.statistics;

/// Gaussian elimination with pivots.
final class LinearSystem {
    private LinearSystem() {}

    /// Solves rows of coefficients with the right side behind them; the rows are used up.
    static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int i = 0; i < n; i++) {
            int pivot = i;
            for (int r = i + 1; r < n; r++) {
                pivot = Math.abs(rows[r][i]) > Math.abs(rows[pivot][i]) ? r : pivot;
            }
            double[] row = rows[pivot];
            rows[pivot] = rows[i];
            rows[i] = row;
            for (int r = i + 1; r < n; r++) {
                double factor = rows[r][i] / row[i];
                for (int c = i; factor != 0 && c <= n; c++) {
                    rows[r][c] -= factor * row[c];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = rows[i][n];
            for (int c = i + 1; c < n; c++) {
                sum -= rows[i][c] * solution[c];
            }
            solution[i] = sum / rows[i][i];
        }
        return solution;
    }
}

package org.c25.crowd;

/** Small systems of equations with a symmetric, positive definite matrix, solved by its Cholesky factor. */
final class Cholesky {

    private final double[][] lower;

    /** @param matrix symmetric and positive definite; it is not changed */
    Cholesky(double[][] matrix) {
        int size = matrix.length;
        this.lower = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    sum -= lower[row][k] * lower[column][k];
                }
                lower[row][column] = row == column ? Math.sqrt(sum) : sum / lower[column][column];
            }
        }
    }

    /** Returns x of matrix · x = right. */
    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int row = 0; row < x.length; row++) {
            for (int k = 0; k < row; k++) {
                x[row] -= lower[row][k] * x[k];
            }
            x[row] /= lower[row][row];
        }
        for (int row = x.length - 1; row >= 0; row--) {
            for (int k = row + 1; k < x.length; k++) {
                x[row] -= lower[k][row] * x[k];
            }
            x[row] /= lower[row][row];
        }
        return x;
    }

    /** Returns g · matrix⁻¹ · g: the variance of what has the gradient g, if the matrix is the information. */
    double variance(double[] gradient) {
        double[] x = solve(gradient);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += gradient[i] * x[i];
        }
        return sum;
    }
}

//! Least squares that learn one example at a time, forget the distant past, and begin by changing nothing.

/// What an example still counts for when the next one comes: half after 1,400.
const KEEP: f64 = 0.9995;
/// How much evidence it takes to move a weight from 0.
const RELUCTANCE: f64 = 10.0;

/// Ridge regression on `N` numbers, where recent examples count more.
#[derive(Clone, Debug)]
pub(super) struct Learner<const N: usize> {
    /// Sums of products of the numbers with each other, and with what they should have given.
    products: [[f64; N]; N],
    targets: [f64; N],
    weights: [f64; N],
}

impl<const N: usize> Learner<N> {
    pub(super) fn new() -> Self {
        let mut products = [[0.0; N]; N];
        for (place, row) in products.iter_mut().enumerate() {
            row[place] = RELUCTANCE;
        }
        Self { products, targets: [0.0; N], weights: [0.0; N] }
    }

    pub(super) fn estimate(&self, numbers: &[f64; N]) -> f64 {
        dot(&self.weights, numbers)
    }

    pub(super) fn learn(&mut self, numbers: &[f64; N], target: f64) {
        for (row, number) in (0..N).zip(numbers) {
            for (column, other) in (0..N).zip(numbers) {
                let kept = &mut self.products[row][column];
                *kept = *kept * KEEP + number * other;
            }
            // Reluctance is not forgotten, so that a number which never changes cannot run away.
            self.products[row][row] += (1.0 - KEEP) * RELUCTANCE;
            self.targets[row] = self.targets[row] * KEEP + number * target;
        }
        self.weights = solve(&self.products, &self.targets);
    }
}

fn dot<const N: usize>(one: &[f64; N], other: &[f64; N]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

/// Cholesky's method; the diagonal is never small, as reluctance is added to it.
fn solve<const N: usize>(products: &[[f64; N]; N], targets: &[f64; N]) -> [f64; N] {
    let mut lower = [[0.0; N]; N];
    let mut solved = [0.0; N];
    for row in 0..N {
        for column in 0..=row {
            let rest = products[row][column] - dot(&lower[row], &lower[column]);
            lower[row][column] =
                if row == column { rest.max(1e-9).sqrt() } else { rest / lower[column][column] };
        }
        solved[row] = (targets[row] - dot(&lower[row], &solved)) / lower[row][row];
    }
    for row in (0..N).rev() {
        let later: f64 = (row + 1..N).map(|below| lower[below][row] * solved[below]).sum();
        solved[row] = (solved[row] - later) / lower[row][row];
    }
    solved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_learnt_and_a_new_one_after_it() {
        let mut learner = Learner::<3>::new();
        assert!(learner.estimate(&[1.0, 20.0, 7.0]).abs() < 1e-12, "nothing is changed at first");
        for step in 0..30_000 {
            let x = f64::from(step * 37 % 101);
            // The third number never says anything.
            let slope = if step < 10_000 { 2.0 } else { -1.0 };
            learner.learn(&[1.0, x, 0.0], slope * x + 5.0);
        }
        assert!((learner.estimate(&[1.0, 50.0, 0.0]) + 45.0).abs() < 0.5);
        assert!(learner.estimate(&[1.0, 50.0, 1e6]).is_finite());
    }

    #[test]
    fn equations_are_solved() {
        let solved = solve(&[[4.0, 2.0, 0.6], [2.0, 5.0, 1.0], [0.6, 1.0, 3.0]], &[9.8, 15.0, 11.6]);
        for (found, known) in solved.iter().zip([1.0, 2.0, 3.0]) {
            assert!((found - known).abs() < 1e-12, "{solved:?}");
        }
    }
}

namespace Infra.Benchmarks.Measuring;

/// <summary>Least, middle and greatest of some figures.</summary>
internal sealed record Spread(double Minimum, double Median, double Maximum)
{
    public static Spread Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[^1]);
    }
}

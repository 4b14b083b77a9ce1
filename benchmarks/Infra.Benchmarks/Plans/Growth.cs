using System.Globalization;

namespace Infra.Benchmarks.Plans;

/// <summary>How the time of something grew from one number of models to the next.</summary>
/// <param name="Models">The smaller number.</param>
/// <param name="Seconds">What it took.</param>
/// <param name="MoreModels">The larger number.</param>
/// <param name="MoreSeconds">What that took.</param>
internal sealed record Growth(int Models, double Seconds, int MoreModels, double MoreSeconds)
{
    /// <summary>Times of equal work differ by that much from run to run, and memory is slower when there is more of it than the processor's cache holds.</summary>
    private const double Noise = 1.15;

    public double Factor => MoreSeconds / Seconds;

    /// <summary>The same of the time per model: 1 is linear.</summary>
    public double PerModel => Factor * Models / MoreModels;

    /// <summary>What n·log n makes of <see cref="PerModel"/>.</summary>
    private double Logarithmic => Math.Log(MoreModels) / Math.Log(Math.Max(2, Models));

    public string Verdict => PerModel switch
    {
        <= Noise => "linear",
        var ratio when ratio <= Noise * Logarithmic => "n·log n",
        _ => "worse than n·log n",
    };

    public string ToMarkdown(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"* {name}: {Verdict}; a model takes {PerModel:F2} times as long among {MoreModels:N0} as among {Models:N0}");
}

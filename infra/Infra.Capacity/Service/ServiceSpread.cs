using System.Collections.Immutable;

namespace Infra.Capacity.Service;

/// <summary>How service times lie around the mean that the profile's curve states.</summary>
public sealed class ServiceSpread
{
    private readonly ImmutableArray<double> _quantiles;

    private ServiceSpread(SpreadKind kind, ImmutableArray<double> quantiles)
    {
        Kind = kind;
        _quantiles = quantiles;
    }

    /// <summary>Every service takes its mean.</summary>
    public static ServiceSpread Deterministic { get; } = new(SpreadKind.Deterministic, []);

    /// <summary>Exponential service times.</summary>
    public static ServiceSpread Exponential { get; } = new(SpreadKind.Exponential, []);

    /// <summary>Which kind.</summary>
    public SpreadKind Kind { get; }

    /// <summary>Quantiles at equal distances from 0 to 1, as factors of the mean; empty unless measured.</summary>
    public ImmutableArray<double> Quantiles => _quantiles;

    /// <summary>A measured distribution.</summary>
    /// <param name="quantiles">Times at probabilities of equal distances, the smallest and the largest included; at least two, upwards. In any unit: only their ratio to the mean counts.</param>
    public static ServiceSpread Measured(params ImmutableArray<double> quantiles)
    {
        if (quantiles.IsDefault || quantiles.Length < 2)
        {
            throw new ArgumentException("A measured spread needs at least the smallest and the largest time.", nameof(quantiles));
        }

        var sum = 0.0;
        for (var i = 0; i < quantiles.Length; i++)
        {
            if (!(quantiles[i] >= 0) || (i > 0 && quantiles[i] < quantiles[i - 1]))
            {
                throw new ArgumentException($"Quantile {i} is {quantiles[i]:R}; quantiles are 0 or more and never fall.", nameof(quantiles));
            }

            // The line between two quantiles has the mean of the two.
            sum += i == 0 ? 0 : (quantiles[i] + quantiles[i - 1]) / 2;
        }

        var mean = sum / (quantiles.Length - 1);
        if (!(mean > 0) || double.IsInfinity(mean))
        {
            throw new ArgumentException("The times of a measured spread are all 0.", nameof(quantiles));
        }

        return new ServiceSpread(SpreadKind.Measured, [.. quantiles.Select(quantile => quantile / mean)]);
    }

    /// <summary>A factor of the mean; over many draws the factors have mean 1.</summary>
    /// <param name="uniform">A draw from 0 (included) to 1 (not).</param>
    public double Factor(double uniform) => Kind switch
    {
        SpreadKind.Deterministic => 1,
        SpreadKind.Exponential => -Math.Log(1 - uniform),
        _ => Interpolated(uniform * (_quantiles.Length - 1)),
    };

    private double Interpolated(double position)
    {
        var lower = Math.Min((int)position, _quantiles.Length - 2);
        return _quantiles[lower] + ((_quantiles[lower + 1] - _quantiles[lower]) * (position - lower));
    }
}

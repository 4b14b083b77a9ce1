using System.Collections.Immutable;

namespace Infra.Capacity.Service;

/// <summary>
/// A time by size, from measured or estimated points: up to the first point its time, between points a straight line, beyond the last one the line of the last two (with one point: in proportion to
/// the size, which is never faster than what was measured).
/// </summary>
public sealed class TimeCurve
{
    private readonly ImmutableArray<TimePoint> _points;

    /// <summary>A curve through points.</summary>
    /// <param name="points">At least one, by size, upwards.</param>
    public TimeCurve(params ImmutableArray<TimePoint> points)
    {
        if (points.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A curve needs at least one point.", nameof(points));
        }

        for (var i = 0; i < points.Length; i++)
        {
            var (size, micros) = points[i];
            if (size < 1 || !(micros > 0) || double.IsInfinity(micros))
            {
                throw new ArgumentException($"Point {i} ({size}, {micros:R} µs): a size is 1 or more, a time more than 0.", nameof(points));
            }

            if (i > 0 && size <= points[i - 1].Size)
            {
                throw new ArgumentException($"Point {i} has size {size} after {points[i - 1].Size}; sizes go upwards.", nameof(points));
            }
        }

        _points = points;
    }

    /// <summary>The points, by size.</summary>
    public ImmutableArray<TimePoint> Points => _points;

    /// <summary>The largest size that has a point of its own.</summary>
    public int LastSize => _points[^1].Size;

    /// <summary>The same time for every size.</summary>
    /// <param name="micros">The time.</param>
    public static TimeCurve Constant(double micros) => new(new TimePoint(1, micros), new TimePoint(int.MaxValue, micros));

    /// <summary>The time at a size, in microseconds.</summary>
    /// <param name="size">1 or more.</param>
    public double At(int size)
    {
        var first = _points[0];
        if (size <= first.Size)
        {
            return first.Micros;
        }

        if (_points.Length == 1)
        {
            return first.Micros * size / first.Size;
        }

        var upper = 1;
        while (upper < _points.Length - 1 && _points[upper].Size < size)
        {
            upper++;
        }

        var (fromSize, fromMicros) = _points[upper - 1];
        var (toSize, toMicros) = _points[upper];
        var micros = fromMicros + ((toMicros - fromMicros) * ((double)size - fromSize) / ((double)toSize - fromSize));

        // Beyond points that fall with the size (noise of a measurement) the line would end below zero.
        return size > toSize ? Math.Max(micros, toMicros) : micros;
    }
}

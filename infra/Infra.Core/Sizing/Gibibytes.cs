using System.Globalization;
using Infra.Core.Units;

namespace Infra.Core.Sizing;

/// <summary>Sizes of GPU memory as messages write them: in GiB with one decimal.</summary>
public static class Gibibytes
{
    /// <summary>To the nearest tenth: one of several terms.</summary>
    public static string Text(ByteSize size) => Write(Math.Round(size.Bytes / (decimal)(1L << 30), 1, MidpointRounding.AwayFromZero));

    /// <summary>Not less than it is: what something needs. Beside <see cref="OrLess"/> the greater one always looks greater.</summary>
    public static string OrMore(ByteSize size) => Write(Math.Ceiling(size.Bytes / (decimal)(1L << 30) * 10) / 10);

    /// <summary>Not more than it is: what is there.</summary>
    public static string OrLess(ByteSize size) => Write(Math.Floor(size.Bytes / (decimal)(1L << 30) * 10) / 10);

    private static string Write(decimal gibibytes) => string.Create(CultureInfo.InvariantCulture, $"{gibibytes:#,0.0} GiB");
}

using System.Collections.Immutable;
using Infra.Core;
using Infra.Planning.Rendering;

namespace Infra.Cli.Doctor;

/// <summary>An examination for people.</summary>
internal static class DoctorText
{
    private const int StateWidth = 9;

    public static string Summary(ImmutableArray<Checked> results)
    {
        var inTheWay = results.Count(static result => result.IsInTheWay);
        var unknown = results.Count(static result => result.Result.State == CheckState.Unknown);
        return (inTheWay == 0 ? "nothing is in the way of a deployment" : $"{Counted.Of(inTheWay, "thing")} in the way of a deployment")
            + (unknown == 0 ? "" : $"; {unknown} not known");
    }

    public static IEnumerable<TextLine> Render(ImmutableArray<Checked> results)
    {
        var width = results.Max(static result => result.Name.Length) + 2;
        foreach (var (name, _, result) in results)
        {
            yield return TextLine.Of(new TextSegment(State(result.State).PadRight(StateWidth), Role(result.State)), new(name.PadRight(width)), new(result.Found));
            foreach (var step in result.Next)
            {
                yield return TextLine.Of(new string(' ', StateWidth + width) + step, TextRole.Guide);
            }
        }
        yield return TextLine.Empty;
        yield return TextLine.Of(Summary(results), TextRole.Heading);
    }

    public static string State(CheckState state) => state switch
    {
        CheckState.Ok => "ok",
        CheckState.Missing => "missing",
        CheckState.Wrong => "wrong",
        _ => "unknown",
    };

    private static TextRole Role(CheckState state) => state switch
    {
        CheckState.Ok => TextRole.Create,
        CheckState.Unknown => TextRole.Guide,
        _ => TextRole.Error,
    };
}

using System.Globalization;
using Infra.Automation.Events;
using Infra.Planning.Rendering;

namespace Infra.Cli.Live;

/// <summary>Progress on a terminal, as it stands at one moment.</summary>
internal static class ProgressPicture
{
    // The headline, the counts, and what didn't find a place.
    private const int Around = 3;

    /// <param name="what">What goes on, such as <c>up dev</c>.</param>
    /// <param name="at">How long it has gone on.</param>
    /// <param name="height">How many lines there may be.</param>
    public static IEnumerable<TextLine> Of(ProgressState state, string what, TimeSpan at, int height)
    {
        yield return TextLine.Of(new(what, TextRole.Heading), new($"  {Stage(state)}  "), new(Duration(at), TextRole.Guide));
        yield return TextLine.Of([new($"  {OperationWord.Count(state.Done)}"), .. Failures(state)]);
        var room = Math.Max(1, height - Around);
        // What has taken longest is what somebody waits for.
        foreach (var one in state.InWork.Take(room))
        {
            var word = OperationWord.Of(one.Operation);
            yield return TextLine.Of(new($"  {word.Mark} ", word.Role), new($"{ProgressLines.Label(one.Urn)}  {word.Doing}"), new($"  {Duration(at - one.Since)}  {one.Status}", TextRole.Guide));
        }
        if (state.InWork.Length > room)
        {
            yield return TextLine.Of($"  and {state.InWork.Length - room} more in work", TextRole.Guide);
        }
        else if (state.InWork.IsEmpty && state.Status is { } status)
        {
            yield return TextLine.Of($"  {status}", TextRole.Guide);
        }
    }

    /// <summary><c>59s</c>, <c>1m 00s</c>, <c>2h 05m</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalSeconds}s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}m {time.Seconds:00}s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}h {time.Minutes:00}m"),
    };

    private static string Stage(ProgressState state) => state.Stage switch
    {
        OperationStage.Previewing => "previewing",
        OperationStage.Judging => "judging the preview",
        OperationStage.Stopping => "stopping: what was begun is being finished",
        OperationStage.Examining => "looking into the state",
        _ => "working",
    };

    private static TextSegment[] Failures(ProgressState state) =>
        state.Failed.IsEmpty ? [] : [new("; "), new($"{state.Failed.Length} failed: {string.Join(", ", state.Failed.Select(urn => urn.Name))}", TextRole.Error)];
}

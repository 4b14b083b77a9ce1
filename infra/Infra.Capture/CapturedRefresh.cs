using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>What a preview tells of the refresh that came before it.</summary>
/// <param name="Recorded">What the state said, before anybody asked the cloud.</param>
/// <param name="Found">
/// What is there. Null where the document doesn't say: a step that refreshes is written before its answer is there (pulumi/pulumi, pkg/backend/display/json.go), so that only what the program's own
/// steps begin with tells it; <c>pulumi refresh --preview-only</c> has none.
/// </param>
public sealed record CapturedRefresh(Plan Recorded, Plan? Found)
{
    /// <summary>Where nothing else tells: how many resources are other than recorded, by the document's summary.</summary>
    public int Changed { get; init; }

    /// <summary>The same: how many are gone.</summary>
    public int Gone { get; init; }
}

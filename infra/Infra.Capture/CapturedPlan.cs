using Infra.Planning.Json;
using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>
/// A plan, read from any of the documents that have one. Of a preview it is what would be there afterwards, of a state what is there.
/// What the document can't tell is <see cref="PlanValue.Unknown"/>, and what providers and the engine add of their own accord is left out: see <c>docs/plan.md</c>.
/// </summary>
public sealed record CapturedPlan
{
    public required CaptureForm Form { get; init; }

    /// <summary>Without what is <see cref="Omitted"/>, so that parents may be missing then.</summary>
    public required Plan Plan { get; init; }

    /// <summary>What the document has to say: messages of a preview, interrupted operations and leftovers of a state.</summary>
    public ValueList<PlanDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>What a state says was going on when the engine was killed; its diagnostics say the same for people.</summary>
    public ValueList<CapturedOperation> Pending { get; init; } = [];

    /// <summary>How many unchanged resources a preview has left out; without <c>--show-sames</c> it leaves out all.</summary>
    public int Omitted { get; init; }

    /// <summary>What the real engine would do, in its order; only a preview knows.</summary>
    public ValueList<CapturedStep> Steps { get; init; } = [];

    /// <summary>What was there before, and as what it was known; null where nothing was refreshed.</summary>
    public CapturedRefresh? Refresh { get; init; }

    /// <summary>Reads a document; its first key tells its form.</summary>
    /// <exception cref="PlanFormatException">The text is not JSON, no such document, of another version, or not complete.</exception>
    public static CapturedPlan Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);

        using var text = new PeekedReader(reader);
        return DocumentForm.Of(text.Start) switch
        {
            CaptureForm.Preview => PreviewReader.Read(text),
            CaptureForm.State => StateReader.Read(text),
            _ => new CapturedPlan { Form = CaptureForm.Plan, Plan = PlanJson.Read(text) },
        };
    }
}

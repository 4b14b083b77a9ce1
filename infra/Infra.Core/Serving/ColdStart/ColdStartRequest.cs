using Infra.Core.Units;

namespace Infra.Core.Serving.ColdStart;

/// <summary>Everything that decides how long a model takes to start. Each property is a lever.</summary>
public sealed record ColdStartRequest
{
    /// <summary>Where the node comes from.</summary>
    public required NodeSupply Node { get; init; }

    /// <summary>Compressed size of the server's image, with the weights where they are in it.</summary>
    public required ByteSize Image { get; init; }

    /// <summary>How the image gets to the node.</summary>
    public ImageDelivery ImageDelivery { get; init; }

    /// <summary>Size of the model's files that one node needs.</summary>
    public required ByteSize Weights { get; init; }

    /// <summary>How they get to the server.</summary>
    public required WeightDelivery Delivery { get; init; }

    /// <summary>How the server reads them.</summary>
    public WeightLoader Loader { get; init; }

    /// <summary>What the server does beside reading weights.</summary>
    public required IReadOnlyList<ColdStartFigure> Engine { get; init; }

    /// <summary>How the pod ends whose devices the new one waits for: in a rolling update a replica is replaced in its place.</summary>
    public Termination? Replaces { get; init; }

    /// <summary>The terms, in the order in which things happen; what takes no time is left out.</summary>
    public IEnumerable<ColdStartTerm> Terms()
    {
        IEnumerable<ColdStartTerm?> terms =
        [
            Term(ColdStartStep.Node, NodeFigure, 0),
            Term(ColdStartStep.Image, ImageFigure, Image.Bytes),
            Term(ColdStartStep.Copy, Delivery.Copy, Weights.Bytes),
            Term(ColdStartStep.Load, Slower(Delivery.Read, LoaderFigure), Weights.Bytes),
            .. Engine.Select(figure => Term(ColdStartStep.Engine, figure, 0)),
        ];
        return terms.OfType<ColdStartTerm>().Where(term => term.Duration > TimeSpan.Zero);
    }

    private ColdStartFigure? NodeFigure => Node switch
    {
        NodeSupply.Karpenter => ColdStartFigures.KarpenterNode,
        NodeSupply.ManagedNodeGroup => ColdStartFigures.ManagedNode,
        _ => null,
    };

    private ColdStartFigure ImageFigure => ImageDelivery switch
    {
        ImageDelivery.ParallelPull => ColdStartFigures.ImageParallelPull,
        ImageDelivery.OnNode => ColdStartFigures.ImageOnNode,
        _ => ColdStartFigures.ImagePull,
    };

    private ColdStartFigure? LoaderFigure => Loader switch
    {
        WeightLoader.Safetensors => ColdStartFigures.SafetensorsLoader,
        WeightLoader.Streamer => ColdStartFigures.StreamingLoader,
        _ => null,
    };

    // Reading and loading go side by side: the slower one decides.
    private ColdStartFigure? Slower(ColdStartFigure? read, ColdStartFigure? loader) =>
        read is null || (loader is not null && loader.For(Weights.Bytes) >= read.For(Weights.Bytes)) ? loader : read;

    private static ColdStartTerm? Term(ColdStartStep step, ColdStartFigure? figure, long bytes) =>
        figure is null ? null : new ColdStartTerm(step, figure.For(bytes), figure);
}

using Infra.Core.Serving;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Storage;
using Infra.Core.Units;

namespace Infra.Components.Serving;

/// <summary>How long a start takes, by where the model comes from.</summary>
internal static class ModelDelivery
{
    /// <summary>The budget of a model.</summary>
    public static ColdStartBudget Budget(RuntimeSpec runtime, ByteSize model, InferenceServiceArgs args, ImageDelivery image) => ColdStartBudget.For(new ColdStartRequest
    {
        Node = args.NewNodes ? NodeSupply.ManagedNodeGroup : NodeSupply.Running,
        // Pulled like the server's image, and before the server starts.
        Image = args.Source?.Image is null ? runtime.ImageSize : new ByteSize(runtime.ImageSize.Bytes + model.Bytes),
        ImageDelivery = image,
        Weights = model,
        Delivery = runtime.StreamsModel ? WeightDelivery.S3Stream : Delivery(args.Source),
        Loader = runtime.Loader,
        Engine = runtime.Engine,
        Replaces = Termination.For(runtime.Shutdown, args.LongestRequestSeconds, args.DeregistrationSeconds),
    });

    private static WeightDelivery Delivery(ModelSourceArgs? source) => source switch
    {
        { Volume: { } volume } => VolumeDelivery.Of(VolumeKinds.Find(volume.Kind)!.Value, volume.Throughput),
        { Cache: not null } => WeightDelivery.NodeCache,
        { Image: not null } or null => WeightDelivery.InImage,
        { HuggingFace: not null } => WeightDelivery.HuggingFace,
        { ArchiveUrl: not null } => WeightDelivery.Archive,
        _ => WeightDelivery.S3Copy,
    };
}

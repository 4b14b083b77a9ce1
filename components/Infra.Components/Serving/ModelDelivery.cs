using Infra.Core.Serving;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Storage;
using Infra.Core.Units;

namespace Infra.Components.Serving;

/// <summary>How long a start takes, by where the model comes from.</summary>
internal static class ModelDelivery
{
    /// <summary>The budget of a model.</summary>
    public static ColdStartBudget Budget(RuntimeSpec runtime, ByteSize model, bool newNodes, ModelSourceArgs? source) => source switch
    {
        { Volume: { } volume } => For(runtime, model, newNodes, VolumeDelivery.Of(VolumeKinds.Find(volume.Kind)!.Value, volume.Throughput), runtime.ImageSize),
        { Cache: not null } => For(runtime, model, newNodes, WeightDelivery.NodeCache, runtime.ImageSize),
        // Pulled like the server's image, and before the server starts.
        { Image: not null } => For(runtime, model, newNodes, WeightDelivery.InImage, new ByteSize(runtime.ImageSize.Bytes + model.Bytes)),
        _ => ColdStartBudget.For(runtime, model.Bytes, newNodes, source?.Kind ?? ModelSourceKind.None),
    };

    private static ColdStartBudget For(RuntimeSpec runtime, ByteSize model, bool newNodes, WeightDelivery delivery, ByteSize image) => ColdStartBudget.For(new ColdStartRequest
    {
        Node = newNodes ? NodeSupply.ManagedNodeGroup : NodeSupply.Running,
        Image = image,
        Weights = model,
        Delivery = delivery,
        Loader = runtime.Loader,
        Engine = runtime.Engine,
    });
}

using Infra.Core.Units;

namespace Infra.Core.Serving;

/// <summary>Disk that a replica takes of its node: the model's volume and scratch space.</summary>
public static class ModelStorage
{
    /// <summary>Scratch space of a pod whose server and download tools write little there.</summary>
    public static ByteSize Scratch { get; } = ByteSize.FromMebibytes(256);

    /// <summary>The model's volume. An archive and what it holds stand side by side for a moment.</summary>
    /// <param name="isArchive">Whether the model comes as an archive.</param>
    /// <param name="model">Upper bound of the model's files.</param>
    public static ByteSize Volume(bool isArchive, ByteSize model) => isArchive ? new ByteSize(2 * model.Bytes) : model;

    /// <summary>What the pod asks for as <c>ephemeral-storage</c>.</summary>
    /// <param name="isArchive">Whether the model comes as an archive.</param>
    /// <param name="model">Upper bound of the model's files.</param>
    /// <param name="scratch">Scratch space of the runtime.</param>
    public static ByteSize PodRequest(bool isArchive, ByteSize model, ByteSize scratch) => new(Volume(isArchive, model).Bytes + scratch.Bytes);
}

using Infra.Core.Serving;
using Infra.Core.Units;

namespace Infra.Core.Tests.Serving;

public sealed class ModelStorageTests
{
    [Theory]
    [InlineData(false, 2048, 2048 + 256)]
    [InlineData(true, 2048, 4096 + 256)]
    public void A_pod_asks_for_the_models_volume_and_scratch_space(bool isArchive, long model, long pod) =>
        Assert.Equal(ByteSize.FromMebibytes(pod), ModelStorage.PodRequest(isArchive, ByteSize.FromMebibytes(model), ModelStorage.Scratch));
}

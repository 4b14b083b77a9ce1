using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Tests.Catalog;

public sealed class KubeletReservationTests
{
    // A tenth is kept free for the eviction threshold, 1 GiB is reserved.
    [Theory]
    [InlineData(100, 89)]
    [InlineData(20, 17)]
    [InlineData(1, 0)]
    public void Pods_get_what_reservation_and_eviction_leave_of_a_volume(long volume, long allocatable) =>
        Assert.Equal(ByteSize.FromGibibytes(allocatable), KubeletReservation.AllocatableStorage(ByteSize.FromGibibytes(volume)));
}

using Infra.Capacity.Recommendation;

namespace Infra.Capacity.Tests.Recommendation;

public sealed class SettingLadderTests
{
    [Theory]
    [InlineData(1, 1, false, "1, 2, 3, 4, 6, 8")]
    [InlineData(5, 5, false, "1, 2, 3, 4, 5, 6, 8")]
    [InlineData(0, 0, false, "1, 2, 3, 4, 6, 8")]
    [InlineData(20, 20, false, "5, 10, 15, 20, 30, 40")]
    [InlineData(2, 8, true, "1 to 2, 1 to 3, 1 to 4, 1 to 6, 1 to 8 | 2 to 4, 3 to 6, 4 to 8, 6 to 12, 8 to 16")]
    [InlineData(0, 2, true, "0 to 1, 0 to 2, 0 to 3, 0 to 4, 0 to 6, 0 to 8 | 2 to 4, 3 to 6, 4 to 8, 6 to 12, 8 to 16")]
    public void Replicas_go_upwards(int min, int max, bool scales, string ladders)
    {
        var present = Tries.Setting("a", min, max);

        Assert.Equal(ladders, string.Join(" | ", SettingLadder.Of(present, present, scales).Select(ladder => string.Join(", ", ladder.Select(setting => setting.Replicas)))));
    }

    [Fact]
    public void A_setting_comes_first_of_its_kind()
    {
        var present = Tries.Setting("a", 1, 2);

        Assert.Equal(["2 to 3", "2 to 4", "2 to 6", "2 to 8"], SettingLadder.From(Tries.Setting("a", 2, 3), present, scales: true).Select(setting => setting.Replicas));
        Assert.Equal(["3", "4", "6", "8"], SettingLadder.From(Tries.Setting("a", 3, 3), present, scales: false).Select(setting => setting.Replicas));
    }
}

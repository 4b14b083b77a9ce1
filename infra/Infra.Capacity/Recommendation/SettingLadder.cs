using System.Collections.Immutable;

namespace Infra.Capacity.Recommendation;

/// <summary>Settings that differ in their replicas alone, from few to many: once one keeps the goal, those with more only cost more.</summary>
public static class SettingLadder
{
    private static readonly ImmutableArray<int> _counts = [1, 2, 3, 4, 6, 8];

    /// <summary>The ladders of a setting, each upwards.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="present">What there is now.</param>
    /// <param name="scales">Whether a scaler counts the replicas: then each number is tried as the most of what grows from the present least, and as the least of what grows to twice as many.</param>
    public static IEnumerable<ImmutableArray<Setting>> Of(Setting setting, Setting present, bool scales)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(present);
        var counts = Counts(present.Max);
        if (!scales)
        {
            return [[.. counts.Select(count => setting with { Min = count, Max = count })]];
        }

        // What sleeps today may sleep tomorrow; from one replica on, the least is of its own choice.
        var least = Math.Min(present.Min, 1);
        return
        [
            [.. counts.Where(count => count > least).Select(count => setting with { Min = least, Max = count })],
            [.. counts.Where(count => count > 1).Select(count => setting with { Min = count, Max = count * 2 })],
        ];
    }

    /// <summary>A setting, and those of its kind with more replicas.</summary>
    public static ImmutableArray<Setting> From(Setting setting, Setting present, bool scales)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(present);
        var more = Counts(present.Max).Where(count => count > setting.Max);
        return [setting, .. more.Select(count => setting with { Min = scales ? setting.Min : count, Max = count })];
    }

    // Around what there is, where that is more than the usual.
    private static ImmutableArray<int> Counts(int present) =>
        present <= _counts[^1]
            ? [.. _counts.Append(present).Distinct().Where(count => count > 0).Order()]
            : [.. new[] { present / 4, present / 2, present * 3 / 4, present, present * 3 / 2, present * 2 }.Distinct()];
}

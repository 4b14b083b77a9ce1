using FsCheck;
using FsCheck.Fluent;

namespace Infra.Core.Tests;

/// <summary>Runs a property on many generated values. The seed is fixed: a build must not fail by luck.</summary>
internal static class Properties
{
    public static void Hold<T>(Func<T, bool> property, int tests = 500) => Hold(ArbMap.Default.ArbFor<T>(), property, tests);

    public static void Hold<T>(Arbitrary<T> values, Func<T, bool> property, int tests = 500) =>
        Prop.ForAll(values, property).Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(20261122UL, 0x9E37_79B9_7F4A_7C15UL));
}

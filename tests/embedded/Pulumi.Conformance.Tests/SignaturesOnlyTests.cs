using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Conformance.Tests;

/// <summary>Nothing of the embedded automation SDK does anything; whoever calls it learns which build does.</summary>
public sealed class SignaturesOnlyTests
{
    private const string Sentence =
        "this build is compiled against the embedded SDK, which starts no Pulumi engine; build against the Pulumi packages, with -p:PulumiSdk=pulumi or the environment variable PulumiSdk=pulumi";

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_member_says_so()
    {
        var said = PackageUnderTest.Automation.Assembly.GetExportedTypes()
            .Where(type => !type.IsEnum)
            .SelectMany(type => type.GetMembers(Declared).OfType<MethodBase>().Where(method => !method.IsAbstract).Select(method => (Member: $"{type.Name}.{method.Name}", Said: Call(type, method))))
            .ToList();

        Assert.True(said.Count > 100, $"only {said.Count} members");
        Assert.Equal([], said.Where(one => one.Said != Sentence));
    }

    private static string Call(Type type, MethodBase method)
    {
        // Of an abstract class there is no object; its constructors and methods run on one of a class that derives from it.
        var target = method.IsStatic ? null : RuntimeHelpers.GetUninitializedObject(type.IsAbstract ? Derived(type) : type);
        try
        {
            method.Invoke(target, [.. method.GetParameters().Select(parameter => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)]);
            return "nothing";
        }
        catch (TargetInvocationException e) when (e.InnerException is NotSupportedException inner)
        {
            return inner.Message;
        }
    }

    private static Type Derived(Type type) => type.Assembly.GetExportedTypes().First(other => other.IsSubclassOf(type) && !other.IsAbstract);
}

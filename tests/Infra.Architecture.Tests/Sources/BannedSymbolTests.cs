using System.Reflection;
using Infra.TestKit;

namespace Infra.Architecture.Tests.Sources;

/// <summary>The analyzer says nothing about a symbol that doesn't exist, and so bans nothing.</summary>
public sealed class BannedSymbolTests
{
    [Theory]
    [InlineData("BannedSymbols.txt")]
    [InlineData("BannedSymbols.Pure.txt")]
    public void Every_banned_symbol_exists(string list) => Findings.None(
        File.ReadLines(RepositoryRoot.Combine(list)).Select(line => line.Split(';')[0]).Where(id => !Exists(id)).Select(id => $"{list}: there is no {id}"));

    [Theory]
    [InlineData("T:System.IO.Fil")]
    [InlineData("P:System.DateTime.Nau")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.String)")]
    [InlineData("M:System.IO.StreamReader.#ctor")]
    public void A_wrong_symbol_is_found(string id) => Assert.False(Exists(id));

    private static bool Exists(string id)
    {
        var (name, parameters) = id[2..].TrimEnd(')').Split('(') is [var n, var p] ? (n, p.Split(',')) : (id[2..], []);
        if (id[0] == 'T')
        {
            return TypeOf(name) is not null;
        }
        var dot = name.LastIndexOf('.');
        const BindingFlags Any = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        return TypeOf(name[..dot]) is { } type && (id[0] == 'P'
            ? type.GetProperty(name[(dot + 1)..], Any) is not null
            : type.GetMembers(Any).OfType<MethodBase>().Any(method => method.Name == name[(dot + 1)..].Replace('#', '.')
                && method.GetParameters().Select(parameter => parameter.ParameterType.FullName).SequenceEqual(parameters)));
    }

    private static Type? TypeOf(string name) =>
        ((string[])["System.Private.CoreLib", "System.Console", "System.Net.Http", "System.Net.Sockets", "System.Diagnostics.Process", "System.IO.FileSystem.Watcher", "System.IO.FileSystem.DriveInfo", "System.Security.Cryptography"])
            .Select(assembly => Type.GetType($"{name}, {assembly}"))
            .FirstOrDefault(type => type is not null);
}

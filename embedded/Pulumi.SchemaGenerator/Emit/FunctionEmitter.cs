using System.Collections.Generic;
using System.Linq;
using Pulumi.SchemaGenerator.Model;

namespace Pulumi.SchemaGenerator.Emit;

/// <summary>Functions of the provider: a static class with three ways to call it.</summary>
internal static class FunctionEmitter
{
    public static GeneratedFile Emit(FunctionSchema function, PackageSchema schema)
    {
        var name = function.Token.Name;
        var space = schema.Naming.Declarations(function.Token);
        var optional = !function.Inputs.Any(property => property.Required);
        var parameter = optional ? "? args = null" : " args";
        var code = new CodeWriter()
            .Open($"namespace {space}")
            .Open($"public static class {name}");
        Method(code, $"global::System.Threading.Tasks.Task<{name}Result> InvokeAsync", $"{name}Args", parameter, "InvokeOptions? options = null");
        Method(code, $"global::Pulumi.Output<{name}Result> Invoke", $"{name}InvokeArgs", parameter, "InvokeOptions? options = null");
        Method(code, $"global::Pulumi.Output<{name}Result> Invoke", $"{name}InvokeArgs", " args", "InvokeOutputOptions options");
        return new GeneratedFile($"{space}.{name}", code.Close().Close().ToString());

        void Method(CodeWriter target, string signature, string arguments, string argument, string options) => target
            .Line($"public static {signature}({arguments}{argument}, global::Pulumi.{options})")
            .Line($"    => global::Pulumi.Deployment.Instance.{signature.Substring(signature.LastIndexOf(' ') + 1)}<{name}Result>(\"{function.Token.Text}\", args ?? new {arguments}(), global::{schema.Naming.Root}.Utilities.WithDefaults(options));");
    }
}

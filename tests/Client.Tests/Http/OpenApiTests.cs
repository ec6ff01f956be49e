using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Every request that a resource can make is one of the API's document, under that operation's id.</summary>
public class OpenApiTests
{
    private static readonly JsonElement s_paths = JsonDocument.Parse(File.ReadAllText(Repository.Find("tests/ai-gateway.openapi.json"))).RootElement.GetProperty("paths");

    /// <summary>
    /// Operations that the document of AI Gateway does not cover, and why a client of it makes them all the same: they are the API's own, from
    /// its pages on API tokens.
    /// </summary>
    private static readonly Dictionary<string, (string Operation, string Why)> s_elsewhere = new(StringComparer.Ordinal)
    {
        ["GET /user/tokens/permission_groups"] = ("permission-groups-list-permission-groups", "Ids of permissions must be looked up by name."),
        ["GET /accounts/{account_id}/tokens/permission_groups"] = ("account-api-tokens-list-permission-groups", "The same for tokens that belong to an account."),
    };

    public static TheoryData<string> Requests => [.. Factories().Select(method => $"{method.DeclaringType!.Name}.{method.Name}")];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Requests_are_the_documents(string name)
    {
        MethodInfo method = Factories().Single(m => $"{m.DeclaringType!.Name}.{m.Name}" == name);
        var request = (ApiRequest)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!;
        AssertKnown(request);
    }

    [Fact]
    public async Task So_are_the_doctors()
    {
        var bench = new Bench(retries: 0);
        bench.Service.Then(() => Answers.Fail(404, 7002, "Not found"));
        foreach (string check in bench.Client.Doctor.Checks)
        {
            await bench.Client.Doctor.RunAsync(check, Bench.Account, bench.Call);
        }

        string[] api = [.. bench.Service.Sent
            .Where(sent => sent.Address.Host == "api.cloudflare.com")
            .Select(sent => sent.Method + " " + sent.Address.AbsolutePath["/client/v4".Length..].Replace(Bench.Account, "{account_id}", StringComparison.Ordinal))
            .Distinct()];

        // Models are Workers AI's, which the document of AI Gateway does not cover.
        Assert.Contains("GET /accounts/{account_id}/ai/models/search", api);
        foreach (string call in api.Where(call => !call.EndsWith("/ai/models/search", StringComparison.Ordinal)))
        {
            string[] parts = call.Split(' ');
            Assert.True(s_paths.TryGetProperty(parts[1], out JsonElement path) && path.TryGetProperty(parts[0].ToLowerInvariant(), out _), call);
        }
    }

    private static IEnumerable<MethodInfo> Factories() =>
        typeof(ApiRequest).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Requests", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.ReturnType == typeof(ApiRequest));

    private static void AssertKnown(ApiRequest request)
    {
        if (s_elsewhere.TryGetValue($"{request.Method} {request.PathTemplate}", out (string Operation, string Why) elsewhere))
        {
            Assert.Equal(elsewhere.Operation, request.OperationId);
            return;
        }

        Assert.True(s_paths.TryGetProperty(request.PathTemplate, out JsonElement path), request.PathTemplate);
        Assert.True(path.TryGetProperty(request.Method.Method.ToLowerInvariant(), out JsonElement operation), request.Method.Method);
        Assert.Equal(operation.GetProperty("operationId").GetString(), request.OperationId);
    }

    private static object? Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        Type type when type == typeof(string) => "x",
        Type type when type == typeof(int) => 1,
        Type type when type == typeof(JsonObject) => new JsonObject(),
        Type type when type == typeof(LogQuery) => new LogQuery { AccountId = "x", Gateway = "x" },
        Type type when type == typeof(LogPayload) => LogPayload.Request,
        Type type when type.GetConstructor(Type.EmptyTypes) is not null => Activator.CreateInstance(type),
        _ => null,
    };
}

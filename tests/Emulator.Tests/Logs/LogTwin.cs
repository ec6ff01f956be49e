using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>A twin with a gateway called g, and short ways to its log rows.</summary>
internal sealed class LogTwin : IDisposable
{
    public const string Logs = Twin.Gateways + "/g/logs";
    public const string LoggingState = "/accounts/" + Twin.Account + "/ai-gateway/logging-state";

    public Twin Inner { get; } = new();

    public EmulatorApp App => Inner.App;

    public OpenApiCheckedClient Client => Inner.Client;

    /// <summary>Makes the gateway; settings that an API call refuses are possible.</summary>
    public static async Task<LogTwin> MakeAsync(string settings = "")
    {
        var twin = new LogTwin();
        await twin.App.AddGatewaysAsync(Twin.Account, "{\"id\":\"g\"" + settings + "}", TestContext.Current.CancellationToken);
        return twin;
    }

    /// <summary>A twin with a few rows called a, b, c ... one second apart.</summary>
    public static async Task<LogTwin> WithRowsAsync(params string[] rows)
    {
        LogTwin twin = await MakeAsync();
        for (int i = 0; i < rows.Length; i++)
        {
            JsonObject row = JsonNode.Parse(rows[i])!.AsObject();
            row["id"] = ((char)('a' + i)).ToString();
            row.TryAdd("created_at", $"2026-10-01T08:00:{i:00}.000Z");
            await twin.AddAsync(row.ToJsonString());
        }

        return twin;
    }

    public static string Filter(string key, string @operator, params JsonNode?[] values) =>
        Filters(new JsonObject { ["key"] = key, ["operator"] = @operator, ["value"] = new JsonArray(values) });

    public static string Filters(params JsonNode[] filters) => "filters=" + Uri.EscapeDataString(new JsonArray(filters).ToJsonString());

    public Task<int> SeedAsync(LogSeed seed) => App.AddLogsAsync(seed, TestContext.Current.CancellationToken);

    public Task<int> AddAsync(string row) => App.AddLogAsync("g", row, cancellationToken: TestContext.Current.CancellationToken);

    public async Task<Answer> ListAsync(string query)
    {
        Answer answer = await Client.GetAsync(Logs + "?" + query);
        Assert.True(answer.Status == 200, answer.Body);
        return answer;
    }

    /// <summary>The ids that a query finds, oldest first, as one text.</summary>
    public async Task<string> FindAsync(string query) => string.Concat((await ListAsync(query + "&order_by_direction=asc")).Ids);

    /// <summary>Everything, page by page.</summary>
    public async Task<List<JsonNode>> ReadAllAsync(string query, int pageSize = 50)
    {
        var rows = new List<JsonNode>();
        for (int page = 1; ; page++)
        {
            JsonNode[] found = [.. (await ListAsync($"{query}&page={page}&per_page={pageSize}")).Result.AsArray().Select(static row => row!.DeepClone())];
            rows.AddRange(found);
            if (found.Length < pageSize)
            {
                return rows;
            }
        }
    }

    public static JsonElement Element(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    public void Dispose() => Inner.Dispose();
}

using System;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class LogDetailTests
{
    [Fact]
    public async Task A_row_is_found_by_its_id_and_has_the_beginning_of_its_bodies()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 60, EqualTimes = 20, Streamed = 0, MetadataKeys = ["team"] });
        foreach (JsonNode row in await twin.ReadAllAsync(""))
        {
            string path = $"{LogTwin.Logs}/{row["id"]}";
            JsonNode detail = (await twin.Client.GetAsync(path)).Result;
            Answer request = await twin.Client.GetAsync(path + "/request");
            Answer response = await twin.Client.GetAsync(path + "/response");
            Assert.Equal((string?)row["model"], (string?)request.Json["model"]);
            CheckHead(detail, "request", request.Body);
            CheckHead(detail, "response", response.Body);
            foreach (string name in row.AsObject().Select(static member => member.Key))
            {
                Assert.Equal(row[name]?.ToJsonString(), detail[name]?.ToJsonString());
            }
        }
    }

    [Theory]
    [InlineData("none")]
    [InlineData("0199a0b0-0000-7000-8000-000000000000")]
    public async Task An_unknown_id_is_not_found(string id)
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("{}");
        foreach (string path in new[] { "", "/request", "/response" })
        {
            Answer answer = await twin.Client.GetAsync($"{LogTwin.Logs}/{id}{path}");
            Assert.Equal(404, answer.Status);
            Assert.Equal(7002, answer.Code);
        }

        Assert.Equal(404, (await twin.Client.PatchAsync($"{LogTwin.Logs}/{id}", new JsonObject())).Status);
    }

    [Fact]
    public async Task An_id_in_capitals_is_another_id()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 1 });
        string id = (await twin.ListAsync("")).Ids[0];
        Assert.Equal(404, (await twin.Client.GetAsync($"{LogTwin.Logs}/{id.ToUpperInvariant()}")).Status);
    }

    [Fact]
    public async Task Without_payloads_there_are_no_bodies()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 1, Payloads = false });
        string path = $"{LogTwin.Logs}/{(await twin.ListAsync("")).Ids[0]}";
        Assert.Null((await twin.Client.GetAsync(path)).Result["request_head"]);
        await twin.AddAsync("""{"id":"bare"}""");
        foreach (string body in new[] { path + "/request", path + "/response", LogTwin.Logs + "/bare/request", LogTwin.Logs + "/bare/response" })
        {
            Answer answer = await twin.Client.GetAsync(body);
            Assert.Equal(404, answer.Status);
            Assert.Equal(7002, answer.Code);
        }
    }

    [Fact]
    public async Task A_streamed_answer_comes_as_the_event_stream_that_it_was()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 1, Streamed = 1, Failed = 0, Providers = ["anthropic"] });
        string path = $"{OpenApiCheckedClient.Root}{LogTwin.Logs}/{(await twin.ListAsync("")).Ids[0]}/response";
        Answer stream = await twin.Inner.SendAsync(HttpMethod.Get, path, token: EmulatorOptions.DefaultToken);
        Assert.Equal("text/event-stream", stream.Headers["content-type"]);
        Assert.EndsWith("data: [DONE]\n\n", stream.Body, StringComparison.Ordinal);

        twin.App.Behaviour = new EmulatorBehaviour { EnvelopedLogBodies = true };
        Answer enveloped = await twin.Inner.SendAsync(HttpMethod.Get, path, token: EmulatorOptions.DefaultToken);
        Assert.Equal("application/json", enveloped.Headers["content-type"]);
        Assert.Equal(stream.Body, (string?)enveloped.Result);
    }

    [Fact]
    public async Task Bodies_in_an_envelope_stay_json()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("""{"request_body":{"a":[1]},"response_body":"{\"b\": 2}"}""");
        Assert.Equal("""{"a":[1]}""", (await twin.Client.GetAsync(LogTwin.Logs + "/a/request")).Body);
        Assert.Equal("{\"b\": 2}", (await twin.Client.GetAsync(LogTwin.Logs + "/a/response")).Body);
        twin.App.Behaviour = new EmulatorBehaviour { EnvelopedLogBodies = true };
        Assert.Equal("""{"success":true,"result":{"a":[1]}}""", (await twin.Client.GetAsync(LogTwin.Logs + "/a/request")).Body);
    }

    [Fact]
    public async Task A_long_head_is_cut_between_characters()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync(new JsonObject { ["request_body"] = new string('x', 1023) + "🚀🚀" }.ToJsonString());
        JsonNode detail = (await twin.Client.GetAsync(LogTwin.Logs + "/a")).Result;
        Assert.Equal(new string('x', 1023), (string?)detail["request_head"]);
        Assert.False((bool)detail["request_head_complete"]!);
        Assert.Equal(1031, (int)detail["request_size"]!);
    }

    private static void CheckHead(JsonNode detail, string name, string body)
    {
        string head = (string)detail[name + "_head"]!;
        Assert.StartsWith(head, body, StringComparison.Ordinal);
        Assert.Equal(head.Length == body.Length, (bool)detail[name + "_head_complete"]!);
        Assert.Equal(Encoding.UTF8.GetByteCount(body), (int)detail[name + "_size"]!);
    }
}

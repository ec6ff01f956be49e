using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class SecretTests
{
    private const string Store = "8f7a1cdced6342c18d223ece462fd88d";
    private const string Id = "3fd85f74b32742f1bff64a85009dda07";
    private const string Now = "2026-11-01T12:00:01.000Z";
    private const string Canary = "sk-canary-\"quoted\"-0123456789";

    [Fact]
    public async Task Documented_and_drifted_secrets_read_alike()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(
            $$"""[{"id":"a","name":"n","store_id":"{{Store}}","status":"active","created":"{{Now}}","modified":"{{Now}}","comment":null,"scopes":["ai_gateway","workers"]},"""
            + $$"""{"id":"b","name":"n","status":"ACTIVE","created":"{{Now}}","scopes":["ai_gateway","workers","brand_new"],"version":2}]"""));
        ResultPage<AiGatewaySecret> page = await bench.Client.Secrets.ListAsync(Bench.Account, Store, null, 1, 100, bench.Call);
        foreach (AiGatewaySecret secret in page.Items)
        {
            Assert.Equal((SecretStatus.Active, Store, Bench.Account), (secret.Status, secret.StoreId, secret.AccountId));
            Assert.Equal([SecretScope.AiGateway, SecretScope.Workers], secret.Scopes.Take(2));
            Assert.Null(secret.Comment);
        }

        Assert.Equal(SecretScope.Unknown, page.Items[1].Scopes[2]);
        Assert.Equal(2L, page.Items[1].AdditionalProperties["version"]);
    }

    [Fact]
    public async Task A_creation_sends_an_array_with_scopes_in_alphabetical_order()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok($"[{Secret(Now)}]"));
        AiGatewaySecret made = await bench.Client.Secrets.CreateAsync(Bench.Account, Store, New(SecretScope.Workers, SecretScope.Access, SecretScope.AiGateway, SecretScope.Access), bench.Call);
        Assert.Equal(Id, made.Id);
        SentRequest sent = Assert.Single(bench.Service.Sent);
        JsonNode body = Assert.Single(JsonNode.Parse(sent.Body!)!.AsArray())!;
        Assert.Equal(["access", "ai_gateway", "workers"], body["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.Equal(Canary, (string?)body["value"]);
        Assert.False(body.AsObject().ContainsKey("comment"));
    }

    [Fact]
    public async Task Unknown_scopes_cannot_be_set()
    {
        var bench = new Bench();
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Secrets.CreateAsync(Bench.Account, Store, New(SecretScope.Unknown), bench.Call));
        Assert.Equal(AiGatewayErrorKind.Rejected, error.Kind);
        Assert.Empty(bench.Service.Sent);
    }

    [Theory]
    [InlineData("2026-11-01T12:00:00.000Z", true)]
    [InlineData("2026-11-01T11:59:50.000Z", false)]
    [InlineData(null, false)]
    public async Task After_an_open_outcome_only_a_secret_that_is_new_counts_as_ours(string? created, bool isOurs)
    {
        // By the service's clock, which is an hour ahead of ours in its answers.
        var bench = new Bench();
        string? there = created is null ? null : DateTimeOffset.Parse(created, System.Globalization.CultureInfo.InvariantCulture).AddHours(1).ToString("O");
        bench.Service.ThenThrow(Answers.Broken)
            .Then(() => Answers.Ok($"[{Secret(there)}]"))
            .Then(() => Answers.Ok(Secret(there), ("Date", "Sun, 01 Nov 2026 13:00:01 GMT")));
        Task<AiGatewaySecret> work = bench.Client.Secrets.CreateAsync(Bench.Account, Store, New(SecretScope.AiGateway), bench.Call);
        if (isOurs)
        {
            Assert.Equal(Id, (await work).Id);
        }
        else
        {
            Assert.Equal(AiGatewayErrorKind.Conflict, (await Assert.ThrowsAsync<AiGatewayException>(() => work)).Kind);
        }

        Assert.Equal(["POST", "GET", "GET"], bench.Service.Sent.Select(sent => sent.Method));
    }

    [Fact]
    public async Task A_change_sends_only_what_is_given()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Secret(Now)));
        await bench.Client.Secrets.PatchAsync(Bench.Account, Store, Id, new SecretPatch { Comment = string.Empty }, bench.Call);
        await bench.Client.Secrets.PatchAsync(Bench.Account, Store, Id, new SecretPatch { Value = Bench.Secret(Canary) }, bench.Call);
        Assert.Equal("""{"comment":""}""", bench.Service.Sent[0].Body);
        Assert.Equal(Canary, (string?)JsonNode.Parse(bench.Service.Sent[1].Body!)!["value"]);
        Assert.Single(JsonNode.Parse(bench.Service.Sent[1].Body!)!.AsObject());
    }

    [Fact]
    public async Task The_value_is_sent_but_never_said_not_even_as_it_stands_in_JSON()
    {
        foreach (Func<HttpResponseMessage> answer in new Func<HttpResponseMessage>[]
        {
            () => Answers.Json(400, new JsonObject { ["success"] = false, ["errors"] = new JsonArray(new JsonObject { ["code"] = 1001, ["message"] = "bad " + Canary }), ["got"] = Canary }.ToJsonString()),
            () => Answers.Json(400, new JsonObject { ["got"] = Canary }.ToJsonString()),
            () => Answers.Json(200, new JsonObject { ["got"] = Canary }.ToJsonString()),
            () => Answers.Json(500, "oops " + Canary),
            () => Answers.Ok("[" + Secret(Now) + "]"),
        })
        {
            var bench = new Bench(retries: 0);
            bench.Sink.WantsDebug = true;

            // Only what was sent a value can send it back.
            bench.Service.Then((request, _) => Task.FromResult(request.Method == HttpMethod.Get ? Answers.Ok("[]") : answer()));
            AiGatewayException? error = null;
            try
            {
                await bench.Client.Secrets.CreateAsync(Bench.Account, Store, New(SecretScope.AiGateway), bench.Call);
                await bench.Client.ProviderKeys.RotateAsync(Bench.Account, "prod", "k", Bench.Secret(Canary), bench.Call);
            }
            catch (AiGatewayException exception)
            {
                error = exception;
            }

            Assert.Contains(bench.Service.Sent, sent => sent.Body?.Contains("sk-canary", StringComparison.Ordinal) == true);
            Assert.DoesNotContain(bench.Sink.All, text => text.Contains("sk-canary", StringComparison.Ordinal));
            Assert.DoesNotContain("sk-canary", $"{error} {error?.RecommendedAction} {string.Join(' ', error?.ApiErrors ?? [])}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_is_found_on_any_page_and_a_deleted_secret_is_none()
    {
        var bench = new Bench();
        string page = string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""{"id":"{{i}}","name":"n{{i}}"}"""));
        bench.Service.Then(() => Answers.Ok($"[{page}]")).Then(() => Answers.Ok("""[{"id":"x","name":"wanted","status":"deleted"},{"id":"y","name":"wanted","status":"pending"}]"""));
        Assert.Equal("y", (await bench.Client.Secrets.FindAsync(Bench.Account, Store, "wanted", bench.Call))!.Id);
        Assert.Equal(2, bench.Service.Sent.Count);
        Assert.Contains("order=created&direction=asc&page=2&per_page=100", bench.Service.Sent[1].Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_ignores_the_page_does_not_keep_the_walk_going()
    {
        var bench = new Bench();
        string page = string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""{"id":"{{i}}","name":"n{{i}}"}"""));
        bench.Service.Then(() => Answers.Ok($"[{page}]"));
        Assert.Null(await bench.Client.Secrets.FindAsync(Bench.Account, Store, "wanted", bench.Call));
        Assert.Equal(100, await bench.Client.Secrets.CountAsync(Bench.Account, Store, bench.Call));
        Assert.Equal(4, bench.Service.Sent.Count);
    }

    [Theory]
    [InlineData(404, "store_not_found", AiGatewayErrorKind.NotFound, "SecretStore", "Get-AiGatewaySecretStore")]
    [InlineData(400, "secret_not_found", AiGatewayErrorKind.NotFound, "Secret", "Get-AiGatewaySecret ")]
    [InlineData(400, "secret_name_already_exists: n", AiGatewayErrorKind.AlreadyExists, "Secret", "another name")]
    [InlineData(400, "maximum_stores_exceeded", AiGatewayErrorKind.AlreadyExists, "SecretStore", "one Secrets Store")]
    [InlineData(409, "store_not_empty", AiGatewayErrorKind.Rejected, "SecretStore", "Correct")]
    [InlineData(400, "secret_scope_invalid", AiGatewayErrorKind.Rejected, "Secret", "Correct")]
    public async Task Texts_make_the_kind_the_thing_and_the_advice(int status, string text, AiGatewayErrorKind kind, string resource, string advice)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(status, text.Contains("exceeded", StringComparison.Ordinal) ? 1003 : 1001, text));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Secrets.GetAsync(Bench.Account, Store, Id, bench.Call));
        Assert.Equal((kind, resource), (error.Kind, error.Resource));
        Assert.Contains(advice, error.RecommendedAction, StringComparison.Ordinal);
    }

    private static NewSecret New(params SecretScope[] scopes) => new() { Name = "n", Value = Bench.Secret(Canary), Scopes = scopes };

    private static string Secret(string? created) =>
        $$"""{"id":"{{Id}}","name":"n","store_id":"{{Store}}","status":"pending","created":{{(created is null ? "null" : $"\"{created}\"")}},"scopes":["ai_gateway"]}""";
}

using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>With what providers are called.</summary>
public sealed class CredentialTests
{
    private const string Gateway = "cf-aig-authorization: " + HostTwin.Token;
    private const string Billing = "/accounts/" + Twin.Account + "/ai-gateway/billing/";
    private static readonly JsonObject s_chat = HostTwin.Chat("gpt-4o", "Hi");

    [Theory]
    [InlineData("cf-aig-authorization: " + HostTwin.Token)]
    [InlineData("Authorization: " + HostTwin.Token)]
    public async Task Without_a_key_credits_pay(string header)
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"authentication\":true");
        Assert.Equal(200, (await CallAsync(twin, "openai/chat/completions", header)).Status);
        JsonNode row = Assert.Single(await twin.LogsAsync());
        Assert.Equal((true, false, true), ((bool)row["wholesale"]!, (bool)row["byok"]!, (bool)row["authentication"]!));
    }

    [Fact]
    public async Task A_key_on_the_request_goes_first()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.Behaviour = twin.App.Behaviour with { NoCredits = true };
        Assert.Equal(200, (await CallAsync(twin, "openai/chat/completions", Gateway, "Authorization: Bearer sk-mine")).Status);
        JsonNode row = Assert.Single(await twin.LogsAsync());
        Assert.Equal((false, false), ((bool)row["wholesale"]!, (bool)row["byok"]!));
    }

    [Theory]
    [InlineData("openai/chat/completions", "Authorization: Bearer wrong-key")]
    [InlineData("openai/chat/completions", "Authorization: " + HostTwin.Token)]
    [InlineData("anthropic/v1/messages", "x-api-key: wrong-key")]
    [InlineData("anthropic/v1/messages", "Authorization: " + HostTwin.Token)]
    [InlineData("google-ai-studio/v1beta/models/gemini-2.5-flash:generateContent", "x-goog-api-key: wrong-key")]
    [InlineData("google-ai-studio/v1beta/models/gemini-2.5-flash:generateContent?key=wrong-key", null)]
    [InlineData("azure-openai/r/d/chat/completions", "api-key: wrong-key")]
    [InlineData("elevenlabs/v1/text-to-speech/v", "xi-api-key: wrong-key")]
    [InlineData("fal/x", "Authorization: Key wrong-key")]
    [InlineData("workers-ai/@cf/meta/llama-3.1-8b-instruct", "Authorization: Bearer other")]
    public async Task A_wrong_key_is_refused_by_the_provider_and_not_by_the_gateway(string path, string? header)
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"authentication\":true");
        Answer answer = await CallAsync(twin, path, header is null ? [Gateway] : [Gateway, header]);
        Assert.Equal(401, answer.Status);
        Assert.Null(answer.Json["name"]);
        Assert.DoesNotContain("wrong-key", answer.Body, StringComparison.Ordinal);
        Assert.Equal(401, (int)Assert.Single(await twin.LogsAsync())["status_code"]!);
    }

    [Theory]
    [InlineData("Authorization: Bearer ")]
    [InlineData("x-api-key: ")]
    public async Task An_empty_key_is_none(string header)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.Sources = new InferenceSources { StoredKeys = new Keys("default") };
        Answer answer = await CallAsync(twin, "openai/chat/completions", Gateway, header);
        Assert.Equal(200, answer.Status);
        Assert.True((bool)Assert.Single(await twin.LogsAsync())["byok"]!);
    }

    [Fact]
    public async Task A_stored_key_goes_before_credits_and_is_chosen_by_alias()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.Sources = new InferenceSources { StoredKeys = new Keys("default", "team") };
        Assert.Equal(200, (await CallAsync(twin, "openai/chat/completions", Gateway, "cf-aig-byok-alias: team")).Status);
        Assert.True((bool)Assert.Single(await twin.LogsAsync())["byok"]!);
        Answer answer = await CallAsync(twin, "openai/chat/completions", Gateway, "cf-aig-byok-alias: nobody");
        Assert.Equal((400, 2040), answer.HostError());
        Assert.Contains("default, team", (string)answer.Json["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_an_alias_is_passed_over_and_credits_pay()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.Sources = new InferenceSources { StoredKeys = new Keys("default", "team") };
        await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "Hi"), "cf-aig-byok-alias: team");
        await twin.RestAsync("v1/chat/completions", HostTwin.Chat("openai/gpt-4.1", "Hi"), "cf-aig-byok-alias: team");
        await twin.RestAsync("v1/chat/completions", HostTwin.Chat("openai/gpt-4.1", "Ho"));
        twin.Time.Advance(TimeSpan.FromSeconds(1));
        IReadOnlyList<JsonNode> rows = await twin.LogsAsync();
        Assert.Equal(2, CountOf(rows, "wholesale"));
        Assert.Equal(1, CountOf(rows, "byok"));
        static int CountOf(IReadOnlyList<JsonNode> rows, string flag)
        {
            int count = 0;
            foreach (JsonNode row in rows)
            {
                count += (bool)row[flag]! ? 1 : 0;
            }

            return count;
        }
    }

    [Theory]
    [InlineData("\"byok_only\":true", null)]
    [InlineData("", "cf-aig-no-wholesale: true")]
    public async Task Credits_can_be_forbidden(string settings, string? header)
    {
        using HostTwin twin = await HostTwin.MakeAsync(settings);
        Answer answer = await CallAsync(twin, "openai/chat/completions", header is null ? [Gateway] : [Gateway, header]);
        Assert.Equal((400, 0), answer.HostError());
        Assert.Equal(200, (await CallAsync(twin, "workers-ai/@cf/meta/llama-3.1-8b-instruct", header is null ? [Gateway] : [Gateway, header])).Status);
    }

    [Fact]
    public async Task Without_credits_calls_cannot_be_paid()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"workers_ai_billing_mode\":\"unified\"");
        twin.App.Behaviour = twin.App.Behaviour with { NoCredits = true };
        Assert.Equal((402, 2021), (await CallAsync(twin, "openai/chat/completions", Gateway)).HostError());
        Assert.Equal((402, 2021), (await CallAsync(twin, "workers-ai/@cf/meta/llama-3.1-8b-instruct", Gateway)).HostError());
        Assert.Equal((402, 2021), (await twin.RestAsync("v1/chat/completions", HostTwin.Chat("openai/gpt-4.1", "Hi"))).HostError());
        twin.App.Behaviour = twin.App.Behaviour with { NoCredits = false };
        twin.App.Sources = new InferenceSources { Credits = new NoCredits() };
        Assert.Equal((402, 2021), (await CallAsync(twin, "openai/chat/completions", Gateway)).HostError());
    }

    [Fact]
    public async Task Calls_draw_on_the_credit_until_it_is_used_up()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"collect_logs\":false");
        twin.App.Behaviour = twin.App.Behaviour with { StartCredit = 0, PaymentSeconds = 0 };
        Assert.Equal((402, 2021), (await CallAsync(twin, "openai/chat/completions", Gateway)).HostError());
        Assert.Equal(200, (await CallAsync(twin, "openai/chat/completions", Gateway, "Authorization: Bearer sk-mine")).Status);

        await twin.Inner.Client.PostAsync(Billing + "topup", new JsonObject { ["amount"] = 1000 });
        Assert.Equal(200, (await CallAsync(twin, "openai/chat/completions", Gateway)).Status);
        double left = await BalanceAsync();
        Assert.InRange(left, 990, 999.9999);

        Assert.Equal(200, (await CallAsync(twin, "openai/chat/completions", Gateway, "Authorization: Bearer sk-mine")).Status);
        Assert.Equal(left, await BalanceAsync());
        JsonNode used = (await twin.Inner.Client.GetAsync(Billing + "invoice-preview")).Result;
        Assert.Equal(1000 - left, (double)used["amount_due"]!, 4);

        twin.App.Behaviour = twin.App.Behaviour with { StartCredit = -10 };
        Assert.Equal((402, 2021), (await CallAsync(twin, "openai/chat/completions", Gateway)).HostError());

        async Task<double> BalanceAsync() => (double)(await twin.Inner.Client.GetAsync(Billing + "credit-balance")).Result["balance"]!;
    }

    [Fact]
    public async Task Credits_pay_for_few_providers()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Assert.Equal((402, 2021), (await CallAsync(twin, "mistral/v1/chat/completions", Gateway)).HostError());
    }

    [Fact]
    public async Task Credits_pay_for_so_many_calls_a_minute()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.Behaviour = twin.App.Behaviour with { UnifiedBillingLimit = 2 };
        Assert.Equal(200, (await CallAsync(twin, "openai/chat/completions", Gateway)).Status);
        Assert.Equal(200, (await CallAsync(twin, "openai/chat/completions", Gateway)).Status);
        Answer answer = await CallAsync(twin, "openai/chat/completions", Gateway);
        Assert.Equal((429, 0), answer.HostError());
        Assert.Equal(200, (await CallAsync(twin, "openai/chat/completions", Gateway, "Authorization: Bearer sk-mine")).Status);
        twin.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(200, (await CallAsync(twin, "openai/chat/completions", Gateway)).Status);
    }

    [Fact]
    public async Task Who_does_not_say_who_he_is_gets_nothing_of_the_accounts()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.Sources = new InferenceSources { StoredKeys = new Keys("default") };
        Assert.Equal(401, (await CallAsync(twin, "openai/chat/completions")).Status);
        Assert.Equal(401, (await CallAsync(twin, "workers-ai/@cf/meta/llama-3.1-8b-instruct")).Status);
        Assert.Equal(200, (await CallAsync(twin, "openai/chat/completions", "Authorization: Bearer sk-mine")).Status);
        Assert.False((bool)(await twin.LogsAsync())[0]["authentication"]!);
    }

    [Fact]
    public async Task Workers_AI_takes_tokens_of_the_account()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddToken(new EmulatorToken { Value = "ai", Permissions = [Permission.WorkersAiRead] });
        twin.App.AddToken(new EmulatorToken { Value = "run", Permissions = [Permission.AiGatewayRun] });
        Assert.Equal(200, (await CallAsync(twin, "workers-ai/@cf/meta/llama-3.1-8b-instruct", Gateway, "Authorization: Bearer ai")).Status);
        Assert.Equal(401, (await CallAsync(twin, "workers-ai/@cf/meta/llama-3.1-8b-instruct", Gateway, "Authorization: Bearer run")).Status);
        Assert.Equal(200, (await CallAsync(twin, "workers-ai/@cf/meta/llama-3.1-8b-instruct", "Authorization: Bearer run")).Status);
    }

    [Theory]
    [InlineData("reader", 401, 10000)]
    [InlineData("unknown", 401, 10000)]
    [InlineData("off", 401, 10000)]
    [InlineData("foreign", 403, 9109)]
    public async Task The_REST_API_wants_a_token_for_Workers_AI(string token, int status, int code)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddToken(new EmulatorToken { Value = "reader", Permissions = [Permission.AiGatewayRun, Permission.AiGatewayRead, Permission.AiGatewayWrite] });
        twin.App.AddToken(new EmulatorToken { Value = "foreign", Accounts = [new string('b', 32)] });
        twin.App.AddToken(new EmulatorToken { Value = "off", Status = TokenStatus.Disabled });
        Answer answer = await twin.RestAsync("v1/chat/completions", HostTwin.Chat("openai/gpt-4.1", "Hi"), "Authorization: Bearer " + token);
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task The_REST_API_says_what_is_wrong_with_the_header_and_the_account()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.SendAsync(HttpMethod.Post, HostTwin.Ai + "run", "{}");
        Assert.Equal((400, 6003), (answer.Status, answer.Code));
        answer = await twin.SendAsync(HttpMethod.Post, "/client/v4/accounts/none/ai/run", "{}", "Authorization: " + HostTwin.Token);
        Assert.Equal((404, 7003), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(true, 401, 2009)]
    [InlineData(false, 503, 0)]
    public async Task On_the_REST_API_a_refused_credential_is_an_error_of_the_gateway(bool isStored, int status, int code)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.Sources = new InferenceSources { StoredKeys = isStored ? new Keys("default") : new Keys() };
        twin.App.AddProviderFault(new ProviderFault { Provider = "openai", Status = 401, Times = -1 });
        Assert.Equal((status, code), (await twin.RestAsync("v1/chat/completions", HostTwin.Chat("openai/gpt-4.1", "Hi"))).HostError());
    }

    [Fact]
    public async Task A_step_of_the_universal_endpoint_has_credentials_of_its_own()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"authentication\":true");
        JsonObject step = new()
        {
            ["provider"] = "openai",
            ["endpoint"] = "chat/completions",
            ["headers"] = new JsonObject { ["Authorization"] = "Bearer sk-mine" },
            ["query"] = s_chat.DeepClone(),
        };
        Assert.Equal(200, (await twin.PostAsync(string.Empty, new JsonArray(step.DeepClone()))).Status);
        step["headers"]!["authorization"] = "Bearer wrong-key";
        step["headers"]!.AsObject().Remove("Authorization");
        Assert.Equal(401, (await twin.PostAsync(string.Empty, new JsonArray(step.DeepClone()))).Status);
        step.Remove("headers");
        step["authorization"] = "Bearer wrong-key";
        Assert.Equal(401, (await twin.PostAsync(string.Empty, step.DeepClone())).Status);
        step.Remove("authorization");
        Assert.Equal(200, (await twin.SendAsync(HttpMethod.Post, HostTwin.Host, step.ToJsonString(), "Authorization: " + HostTwin.Token)).Status);
    }

    private static Task<Answer> CallAsync(HostTwin twin, string path, params string[] headers)
    {
        JsonObject body = s_chat.DeepClone().AsObject();
        if (path.StartsWith("google", StringComparison.Ordinal))
        {
            body = JsonNode.Parse("""{"contents":[{"parts":[{"text":"a"}]}]}""")!.AsObject();
        }
        else if (path.StartsWith("mistral", StringComparison.Ordinal))
        {
            body["model"] = "mistral-small";
        }

        return twin.SendAsync(HttpMethod.Post, HostTwin.Host + "/" + path, body.ToJsonString(), headers);
    }

    private sealed class Keys(params string[] aliases) : IStoredKeySource
    {
        public bool Has(StateTables tables, string accountId, string gatewayId, string provider, string? alias, DateTimeOffset now) =>
            Array.IndexOf([.. Aliases(tables, accountId, gatewayId, provider)], alias ?? "default") >= 0;

        public IReadOnlyList<string> Aliases(StateTables tables, string accountId, string gatewayId, string provider) => provider == "openai" ? aliases : [];
    }

    private sealed class NoCredits : ICreditSource
    {
        public bool HasCredits(EmulatorServices services, StateTables tables, string accountId, DateTimeOffset now) => false;
    }
}

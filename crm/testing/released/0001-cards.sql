CREATE TABLE public.activity (
    lead_id uuid NOT NULL,
    id uuid NOT NULL,
    place integer NOT NULL,
    kind text NOT NULL,
    on_date date NOT NULL,
    text text NOT NULL
);
CREATE SEQUENCE public.touch_order
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.card (
    id uuid NOT NULL,
    name text NOT NULL,
    number text,
    website text,
    relation text,
    main_contact_id uuid,
    touched bigint DEFAULT nextval('public.touch_order'::regclass) NOT NULL,
    search text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.card_key (
    card_id uuid NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    CONSTRAINT card_key_kind_check CHECK ((kind = ANY (ARRAY['number'::text, 'domain'::text, 'name'::text])))
);
CREATE TABLE public.colleague (
    id uuid NOT NULL,
    name text NOT NULL,
    token_hash text NOT NULL,
    is_owner boolean,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT colleague_is_owner_check CHECK (is_owner)
);
CREATE TABLE public.contact (
    id uuid NOT NULL,
    card_id uuid NOT NULL,
    seq bigint DEFAULT nextval('public.touch_order'::regclass) NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    search text DEFAULT ''::text NOT NULL
);
CREATE TABLE public.contact_key (
    card_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    tail text NOT NULL,
    CONSTRAINT contact_key_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text])))
);
CREATE TABLE public.conversation (
    lead_id uuid NOT NULL,
    revision bigint NOT NULL,
    card_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    colleague_id uuid NOT NULL,
    seq bigint DEFAULT nextval('public.touch_order'::regclass) NOT NULL,
    company_name text NOT NULL,
    company_number text,
    company_website text,
    number_key text,
    domain_key text,
    name_key text NOT NULL,
    person_name text NOT NULL,
    person_title text,
    emails jsonb NOT NULL,
    phones jsonb NOT NULL,
    profile text,
    main_since bigint,
    relation text NOT NULL,
    relation_since bigint NOT NULL,
    met_where text,
    met_on date,
    met_event text,
    note text,
    tags jsonb NOT NULL,
    follow_up date,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT conversation_revision_check CHECK ((revision >= 1))
);
CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);
CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.session (
    hash text NOT NULL,
    colleague_id uuid NOT NULL,
    token_hash text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.sign_in_link (
    hash text NOT NULL,
    colleague_id uuid NOT NULL,
    token_hash text NOT NULL,
    next text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
INSERT INTO public.activity VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000011', 0, 'offer', '2026-03-02', 'Ten pallets');
INSERT INTO public.activity VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000012', 1, 'sale', '2026-03-05', 'Sold; delivered in May');
INSERT INTO public.card VALUES ('f319a33d-0226-4a40-8e41-34f31b945633', 'Østre Fjord AS', '923 609 016', 'https://www.example.no/', 'customer', '577798ec-a498-4880-9ccf-c523992209bb', 14, 'østre fjord as 923 609 016 https://www.example.no/ 923609016 example.no østre fjord', '2026-11-23 21:26:59.066213+00', '2026-11-23 21:26:59.103784+00');
INSERT INTO public.card VALUES ('f76d4461-530f-410e-9ff7-2f077a539aae', 'Example AS', NULL, NULL, 'prospect', '83f45a41-6f54-4621-a009-9417b615b7ac', 18, 'example as example', '2026-11-23 21:26:59.114396+00', '2026-11-23 21:26:59.114396+00');
INSERT INTO public.card_key VALUES ('f319a33d-0226-4a40-8e41-34f31b945633', 'number', '923609016');
INSERT INTO public.card_key VALUES ('f319a33d-0226-4a40-8e41-34f31b945633', 'domain', 'example.no');
INSERT INTO public.card_key VALUES ('f319a33d-0226-4a40-8e41-34f31b945633', 'name', 'østre fjord');
INSERT INTO public.card_key VALUES ('f76d4461-530f-410e-9ff7-2f077a539aae', 'name', 'example');
INSERT INTO public.colleague VALUES ('c87081d2-7a0e-4b10-8637-0ab88dd2214b', 'Sample Owner', '0f35d0ae14518b96bd6d3fec3ca15801fd58c9e048b1ccdea11a71378f2acdc9', true, '2026-11-23 21:26:59.060846+00');
INSERT INTO public.colleague VALUES ('e0ad87b8-61d3-493b-86a4-42fcc8b37ad3', 'Other Colleague', '5fc417bb12655d181d4d71e30371bc0711ea1fc929acfcf7eec21d1ea125063e', NULL, '2026-11-23 21:26:59.064376+00');
INSERT INTO public.contact VALUES ('577798ec-a498-4880-9ccf-c523992209bb', 'f319a33d-0226-4a40-8e41-34f31b945633', 4, 'Sample Person', 'sample person', 'sample person s. person sample@example.com sample@example.com +4740000001');
INSERT INTO public.contact VALUES ('814dd44c-029d-448e-83e8-7560950b410e', 'f319a33d-0226-4a40-8e41-34f31b945633', 12, 'Other Sample', 'other sample', 'other sample other@example.com 40000002');
INSERT INTO public.contact VALUES ('83f45a41-6f54-4621-a009-9417b615b7ac', 'f76d4461-530f-410e-9ff7-2f077a539aae', 17, 'Third Sample', 'third sample', 'third sample');
INSERT INTO public.contact_key VALUES ('f319a33d-0226-4a40-8e41-34f31b945633', '577798ec-a498-4880-9ccf-c523992209bb', 'email', 'sample@example.com', 'sample@example.com');
INSERT INTO public.contact_key VALUES ('f319a33d-0226-4a40-8e41-34f31b945633', '577798ec-a498-4880-9ccf-c523992209bb', 'phone', '+4740000001', '0000001');
INSERT INTO public.contact_key VALUES ('f319a33d-0226-4a40-8e41-34f31b945633', '814dd44c-029d-448e-83e8-7560950b410e', 'email', 'other@example.com', 'other@example.com');
INSERT INTO public.contact_key VALUES ('f319a33d-0226-4a40-8e41-34f31b945633', '814dd44c-029d-448e-83e8-7560950b410e', 'phone', '40000002', '0000002');
INSERT INTO public.conversation VALUES ('00000000-0000-4000-8000-000000000001', 1, 'f319a33d-0226-4a40-8e41-34f31b945633', '577798ec-a498-4880-9ccf-c523992209bb', 'c87081d2-7a0e-4b10-8637-0ab88dd2214b', 1, 'Østre Fjord AS', '923 609 016', 'https://www.example.no/', '923609016', 'example.no', 'østre fjord', 'Sample Person', 'Buyer', '["sample@example.com"]', '["+4740000001"]', 'https://www.example.com/in/sample', 2, 'prospect', 3, 'Hall B', '2026-03-01', 'Example Fair', 'Wants "ten" pallets;
and it''s urgent.', '["fair", "wood"]', '2026-03-20', '2026-11-23 21:26:59.066213+00', '2026-11-23 21:26:59.066213+00');
INSERT INTO public.conversation VALUES ('00000000-0000-4000-8000-000000000002', 1, 'f319a33d-0226-4a40-8e41-34f31b945633', '577798ec-a498-4880-9ccf-c523992209bb', 'e0ad87b8-61d3-493b-86a4-42fcc8b37ad3', 6, 'Østre Fjord AS', '923 609 016', 'https://www.example.no/', '923609016', 'example.no', 'østre fjord', 'S. Person', NULL, '["Sample@example.com"]', '[]', NULL, 7, 'customer', 8, 'Hall B', '2026-03-01', 'Example Fair', 'Met again.', '["fair", "wood"]', '2026-03-20', '2026-11-23 21:26:59.08081+00', '2026-11-23 21:26:59.08081+00');
INSERT INTO public.conversation VALUES ('00000000-0000-4000-8000-000000000003', 2, 'f319a33d-0226-4a40-8e41-34f31b945633', '814dd44c-029d-448e-83e8-7560950b410e', 'e0ad87b8-61d3-493b-86a4-42fcc8b37ad3', 10, 'Østre Fjord', NULL, NULL, NULL, NULL, 'østre fjord', 'Other Sample', NULL, '["other@example.com"]', '["40000002"]', NULL, NULL, 'prospect', 11, 'Hall B', '2026-03-01', 'Example Fair', 'Wants "ten" pallets;
and it''s urgent.', '["fair", "wood"]', '2026-03-20', '2026-11-23 21:26:59.094742+00', '2026-11-23 21:26:59.103784+00');
INSERT INTO public.conversation VALUES ('00000000-0000-4000-8000-000000000004', 1, 'f76d4461-530f-410e-9ff7-2f077a539aae', '83f45a41-6f54-4621-a009-9417b615b7ac', 'c87081d2-7a0e-4b10-8637-0ab88dd2214b', 15, 'Example AS', NULL, NULL, NULL, NULL, 'example', 'Third Sample', NULL, '[]', '[]', NULL, NULL, 'prospect', 16, NULL, NULL, NULL, NULL, '[]', NULL, '2026-11-23 21:26:59.114396+00', '2026-11-23 21:26:59.114396+00');
INSERT INTO public.kysely_migration VALUES ('0001-cards', '2026-11-23T21:26:59.055Z');
INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);
INSERT INTO public.session VALUES ('97b6a28d41d205e5bc7ce621e7819ff8626e04d5ca6d9677fa852c96c6cf251e', 'c87081d2-7a0e-4b10-8637-0ab88dd2214b', '0f35d0ae14518b96bd6d3fec3ca15801fd58c9e048b1ccdea11a71378f2acdc9', '2036-04-14 12:00:00+00');
INSERT INTO public.sign_in_link VALUES ('4ccc1a45394befa568602c55b30a481e43f3b85657f062536e8b7754f56a30c9', 'c87081d2-7a0e-4b10-8637-0ab88dd2214b', '0f35d0ae14518b96bd6d3fec3ca15801fd58c9e048b1ccdea11a71378f2acdc9', '/', '2026-03-15 12:10:00+00');
SELECT pg_catalog.setval('public.touch_order', 18, true);
ALTER TABLE ONLY public.activity
    ADD CONSTRAINT activity_pkey PRIMARY KEY (lead_id, id);
ALTER TABLE ONLY public.card_key
    ADD CONSTRAINT card_key_pkey PRIMARY KEY (kind, value, card_id);
ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_touched_key UNIQUE (touched);
ALTER TABLE ONLY public.colleague
    ADD CONSTRAINT colleague_is_owner_key UNIQUE (is_owner);
ALTER TABLE ONLY public.colleague
    ADD CONSTRAINT colleague_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.colleague
    ADD CONSTRAINT colleague_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.contact_key
    ADD CONSTRAINT contact_key_pkey PRIMARY KEY (contact_id, kind, value);
ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conversation
    ADD CONSTRAINT conversation_pkey PRIMARY KEY (lead_id);
ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (hash);
ALTER TABLE ONLY public.sign_in_link
    ADD CONSTRAINT sign_in_link_pkey PRIMARY KEY (hash);
CREATE INDEX card_key_card ON public.card_key USING btree (card_id);
CREATE UNIQUE INDEX card_key_number ON public.card_key USING btree (value) WHERE (kind = 'number'::text);
CREATE INDEX contact_card ON public.contact USING btree (card_id, seq);
CREATE UNIQUE INDEX contact_key_email ON public.contact_key USING btree (card_id, value) WHERE (kind = 'email'::text);
CREATE INDEX contact_key_tail ON public.contact_key USING btree (tail, card_id);
CREATE INDEX contact_name ON public.contact USING btree (name_key, card_id);
CREATE INDEX conversation_card ON public.conversation USING btree (card_id, seq);
CREATE INDEX conversation_contact ON public.conversation USING btree (contact_id, seq);
CREATE INDEX conversation_main ON public.conversation USING btree (card_id, main_since) WHERE (main_since IS NOT NULL);
CREATE INDEX conversation_relation ON public.conversation USING btree (card_id, ((relation <> 'prospect'::text)) DESC, relation_since DESC);
ALTER TABLE ONLY public.activity
    ADD CONSTRAINT activity_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES public.conversation(lead_id) ON DELETE CASCADE;
ALTER TABLE ONLY public.card_key
    ADD CONSTRAINT card_key_card_id_fkey FOREIGN KEY (card_id) REFERENCES public.card(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_main_contact_id_fkey FOREIGN KEY (main_contact_id) REFERENCES public.contact(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_card_id_fkey FOREIGN KEY (card_id) REFERENCES public.card(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.contact_key
    ADD CONSTRAINT contact_key_card_id_fkey FOREIGN KEY (card_id) REFERENCES public.card(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.contact_key
    ADD CONSTRAINT contact_key_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.contact(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.conversation
    ADD CONSTRAINT conversation_card_id_fkey FOREIGN KEY (card_id) REFERENCES public.card(id);
ALTER TABLE ONLY public.conversation
    ADD CONSTRAINT conversation_colleague_id_fkey FOREIGN KEY (colleague_id) REFERENCES public.colleague(id);
ALTER TABLE ONLY public.conversation
    ADD CONSTRAINT conversation_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.contact(id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_colleague_id_fkey FOREIGN KEY (colleague_id) REFERENCES public.colleague(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sign_in_link
    ADD CONSTRAINT sign_in_link_colleague_id_fkey FOREIGN KEY (colleague_id) REFERENCES public.colleague(id) ON DELETE CASCADE;

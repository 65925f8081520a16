import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import '@kith/elements/define';
import { provider } from '../community';
import { RecognitionWall } from './snippet.js';

@Component({
  selector: 'app-page',
  imports: [RecognitionWall],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <section><app-recognition-wall></app-recognition-wall></section>
    <kith-community
      id="own"
      [provider]="provider"
      viewer="yuki"
      (kith-cheer)="heard.set($any($event).detail.recognition)"
    >
      <kith-recognition-wall community="own"></kith-recognition-wall>
    </kith-community>
    <output>{{ heard() }}</output>
  `,
})
class Page {
  protected readonly provider = provider;
  protected readonly heard = signal('');
}

document.body.append(document.createElement('app-page'));
void bootstrapApplication(Page);
